package dev.sentimentagent.benchmarks.jmh;

import dev.sentimentagent.benchmarks.History;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.statistics.Bucket;
import dev.sentimentagent.server.statistics.Granularity;
import dev.sentimentagent.server.statistics.Statistics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Tallies and trends from memory, of windows of any length up to nine days. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StatisticsBenchmark {
    /** The rollups of the store, loaded. */
    @State(Scope.Benchmark)
    public static class Loaded {
        private static final int MINUTES = 9 * 24 * 60;

        private final RandomGenerator random = new SplittableRandom(1);
        private final StoredHistory history = new StoredHistory();
        final Statistics statistics = new Statistics(history.store, InstantSource.fixed(History.END), Statistics.REACH,
                Duration.ofDays(90));

        Window anyWindow() {
            return StoredHistory.ending(Duration.ofMinutes(random.nextInt(1, MINUTES)));
        }
    }

    @Benchmark
    public Tally tally(Loaded loaded) {
        return loaded.statistics.tally(Dimension.SUBREDDIT, null, loaded.anyWindow());
    }

    @Benchmark
    public Tally tallyOfSubreddit(Loaded loaded) {
        return loaded.statistics.tally(Dimension.SUBREDDIT, "Cursor", loaded.anyWindow());
    }

    @Benchmark
    public Tally tallyOfTool(Loaded loaded) {
        return loaded.statistics.tally(Dimension.TOOL, "cursor", loaded.anyWindow());
    }

    @Benchmark
    public List<Bucket> trendOfAWeekByHour(Loaded loaded) {
        return loaded.statistics.trend(Dimension.SUBREDDIT, null, StoredHistory.ending(Duration.ofHours(168)), Granularity.HOUR);
    }

    @Benchmark
    public List<Bucket> trendOf90DaysByDay(Loaded loaded) {
        return loaded.statistics.trend(Dimension.SUBREDDIT, null, StoredHistory.ending(Duration.ofDays(90)), Granularity.DAY);
    }
}
