package dev.sentimentagent.benchmarks;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.sentiment.Scorers;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.SentimentScorer;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.sentiment.ToolMatcher;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.Snapshot;
import dev.sentimentagent.standin.World;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it takes to score a text and to find its tools, by the text's length. Expected: time in proportion to the length, and memory that
 * has nothing to do with it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScoringBenchmark {
    private static final long SEED = 8;
    /** Of all texts together, whatever the length of each: a processor learns the words of a few short ones by heart. */
    private static final int TOTAL = 1 << 21;

    /** Of a short comment; of a long one; the most that Reddit takes for a comment and for a post. */
    @Param({"100", "1000", "10000", "40000"})
    public int characters;

    private final SentimentScorer scorer = Scorers.of(SentimentMethod.VADER);
    private final ToolMatcher tools = new ToolMatcher(ToolCatalogue.standard());
    private List<String> texts = List.of();
    private int next;

    /** Cuts the texts out of the comments of an invented day, in random order. */
    @Setup
    public void prepare() {
        Window day = Window.ending(History.END, Duration.ofDays(1));
        World world = new GeneratedWorld(SEED, 1, day.start());
        List<String> comments = world.createdWithin(ItemKind.COMMENT, day)
                .map(comment -> world.state(comment.fullname(), History.END).orElseThrow())
                .filter(comment -> !comment.gone())
                .map(Snapshot::text)
                .toList();
        Random random = new Random(SEED);
        StringBuilder all = new StringBuilder();
        while (all.length() < TOTAL) {
            all.append(comments.get(random.nextInt(comments.size()))).append("\n\n");
        }
        texts = IntStream.range(0, TOTAL / characters).mapToObj(i -> all.substring(i * characters, (i + 1) * characters)).toList();
    }

    @Benchmark
    public Score score() {
        return scorer.score(text());
    }

    @Benchmark
    public Set<String> tools() {
        return tools.match(text(), "programming");
    }

    private String text() {
        next = (next + 1) % texts.size();
        return texts.get(next);
    }
}
