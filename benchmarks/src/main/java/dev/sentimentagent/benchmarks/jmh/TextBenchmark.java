package dev.sentimentagent.benchmarks.jmh;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.sentiment.ToolMatcher;
import dev.sentimentagent.sentiment.VaderScorer;
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

/** Sentiment and tools of one text: what each collected item costs beside its way into the store. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TextBenchmark {
    private static final int TEXTS = 64;

    @Param({"100", "1000", "10000", "40000"})
    public int characters;

    private final VaderScorer scorer = new VaderScorer();
    private final ToolMatcher matcher = new ToolMatcher(ToolCatalogue.standard());
    private List<String> texts = List.of();
    private int at;

    @Setup
    public void write() {
        texts = Samples.texts(TEXTS, characters);
    }

    @Benchmark
    public Score score() {
        return scorer.score(next());
    }

    @Benchmark
    public Set<String> tools() {
        return matcher.match(next(), "programming");
    }

    private String next() {
        at = (at + 1) % TEXTS;
        return texts.get(at);
    }
}
