package dev.sentimentagent.benchmarks.jmh;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.sentiment.Scorers;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.SentimentScorer;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.sentiment.ToolMatcher;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
    /** Of all texts together, whatever the length of each: a processor learns the words of a few short ones by heart. */
    private static final int TOTAL = 1 << 21;

    /** Of a short comment; of a long one; the most that Reddit takes for a comment and for a post. */
    @Param({"100", "1000", "10000", "40000"})
    public int characters;

    private final SentimentScorer scorer = Scorers.of(SentimentMethod.VADER);
    private final ToolMatcher tools = new ToolMatcher(ToolCatalogue.standard());
    private List<String> texts = List.of();
    private int next;

    @Setup
    public void prepare() {
        texts = Samples.texts(TOTAL / characters, characters);
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
