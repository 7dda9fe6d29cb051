package dev.sentimentagent.benchmarks;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.retention.Retention;
import dev.sentimentagent.soak.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What becomes of the file over months of collecting and forgetting: writes so many days through the store's own batches, with the cycles
 * of each, and lets retention run at the end of each day, as it would by a clock that shows that time.
 */
final class GrowthBenchmark {
    private static final Duration KEPT = Duration.ofDays(90);
    /** Days from one row of the table to the next. */
    private static final int STEP = 10;
    private static final Duration CYCLE = Duration.ofSeconds(40);

    private final History history;
    private final Path file;
    private final Store store;
    private final Consumer<String> progress;
    private final SimulatedTime time = new SimulatedTime();
    private final MarkdownTable table = new MarkdownTable("Day", "items", "cycles", "daily tallies", "file MB", "of it free MB",
            "deleted that day", "transactions", "median ms", "longest ms");
    private final Durations all = new Durations();
    private int day;

    private GrowthBenchmark(History history, Path file, Store store, Consumer<String> progress) {
        this.history = history;
        this.file = file;
        this.store = store;
        this.progress = progress;
    }

    /** Simulates the days, and writes down what the file was like, as Markdown. */
    static String report(int days, long seed, Stores stores, Consumer<String> progress) throws IOException, InterruptedException {
        Path file = stores.emptied("growth.db");
        try (Store store = Stores.open(file)) {
            History history = new History(seed, days);
            GrowthBenchmark growth = new GrowthBenchmark(history, file, store, progress);
            StoreGenerator.fill(store, history, growth::endOfSpan);
            return String.format(Locale.ROOT, """
                    Run on %s; ended %s; commit %s; %d days kept. Of all %,d transactions of retention half took less than %.1f ms, 99 %% \
                    less than %.1f ms, the longest %.1f ms.

                    %s""", Machine.describe(), Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    System.getProperty("bench.commit", "unknown"), KEPT.toDays(), growth.all.count(), growth.all.quantile(0.5),
                    growth.all.quantile(0.99), growth.all.quantile(1), growth.table);
        } finally {
            stores.tidy();
        }
    }

    private void endOfSpan(Instant until) throws InterruptedException {
        if (!until.equals(history.window().start().plus(Duration.ofDays(day + 1)))) {
            return;
        }
        day++;
        time.set(until);
        if (until.isBefore(history.window().end())) {
            // Those of the last day are the generator's.
            cycles(until);
        }
        Durations today = new Durations();
        long deleted = new Retention(new TimedRetentionStore(store.retention(), today), KEPT, time, () -> Optional.of(until), Supplier::get)
                .run();
        all.addAll(today);
        if (day % STEP == 0) {
            row(deleted, today);
        }
    }

    /** Those of the last day, in which the items are written already. */
    private void cycles(Instant until) {
        String subreddit = history.world().subreddits().getFirst();
        for (Instant at = until.minus(Duration.ofDays(1)); at.isBefore(until); at = at.plus(History.INTERVAL)) {
            Cycle cycle = Cycle.starting(at, 0);
            store.cycles().open(cycle);
            store.items().save(new Batch(List.of(), new Batch.Progress(cycle.id(), subreddit, 0, List.of()), null, null));
            store.cycles().close(new Cycle(cycle.id(), at, at.plus(CYCLE), CycleStatus.COMPLETED, List.of(), 0, Duration.ZERO, 0, 0));
        }
    }

    private void row(long deleted, Durations today) {
        var rows = store.rowCounts();
        long items = rows.getOrDefault("post", 0L) + rows.getOrDefault("comment", 0L) + rows.getOrDefault("tombstone", 0L);
        table.row(day, "%,d".formatted(items), "%,d".formatted(rows.getOrDefault("cycle", 0L)),
                "%,d".formatted(rows.getOrDefault("rollup_day", 0L)), store.sizeBytes() >> 20, freeBytes() >> 20, "%,d".formatted(deleted),
                today.count(), "%.1f".formatted(today.quantile(0.5)), "%.1f".formatted(today.quantile(1)));
        progress.accept("day %d: %,d items, %,d MB".formatted(day, items, store.sizeBytes() >> 20));
    }

    /** Pages that are in the file and hold nothing: the next rows go there. */
    private long freeBytes() {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file); var statement = connection.createStatement()) {
            return pragma(statement, "freelist_count") * pragma(statement, "page_size");
        } catch (SQLException e) {
            throw new IllegalStateException("the free pages of " + file + " cannot be counted", e);
        }
    }

    private static long pragma(Statement statement, String name) throws SQLException {
        try (var rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.getLong(1);
        }
    }
}
