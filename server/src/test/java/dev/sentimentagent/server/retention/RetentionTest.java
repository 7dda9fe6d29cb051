package dev.sentimentagent.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Expiry;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.statistics.Bucket;
import dev.sentimentagent.server.statistics.Granularity;
import dev.sentimentagent.server.statistics.Statistics;
import dev.sentimentagent.store.sql.SqliteStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Retention of a real store, and what the statistics say of what it has deleted. */
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:34:56Z");
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Window ALL = new Window(NOW.minus(Duration.ofDays(300)).truncatedTo(ChronoUnit.DAYS), NOW);
    private static final int ITEMS = 1500;

    private final ManualTime time = new ManualTime(NOW);
    private Store store;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, TimeSource.system(), new Random(1));
        Batch.split(items()).forEach(store.items()::save);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsTooOldGoesAndItsDaysStay() throws InterruptedException {
        Statistics statistics = new Statistics(store, time, Duration.ofHours(25), Duration.ofDays(90));
        List<Tally> before = days(statistics);
        Tally whole = statistics.tally(Dimension.SUBREDDIT, "Cursor", Window.ending(NOW, KEPT));

        long deleted = new Retention(store.retention(), KEPT, time, statistics::newestHour, statistics::expire).run();

        assertThat(deleted).isGreaterThan(ITEMS / 3);
        assertThat(store.items().count(ALL).get(ItemKind.COMMENT)).isEqualTo(ITEMS - deleted);
        assertThat(days(statistics)).isEqualTo(before);
        assertThat(statistics.tally(Dimension.SUBREDDIT, "Cursor", Window.ending(NOW, KEPT))).isEqualTo(whole);
        assertThat(days(new Statistics(store, time, Duration.ofHours(25), Duration.ofDays(90)))).as("after a restart").isEqualTo(before);
        assertThat(new Retention(store.retention(), KEPT, time, statistics::newestHour, statistics::expire).run()).isZero();
    }

    @Test
    void anotherInstanceFollows() throws InterruptedException {
        Statistics other = new Statistics(store, time, Duration.ofHours(25), Duration.ofDays(90));
        List<Tally> before = days(other);
        var _ = new Retention(store.retention(), KEPT, time, other::newestHour, Supplier::get).run();

        other.follow(store.dataVersion());
        assertThat(days(other)).isEqualTo(before);
    }

    @Test
    void aRunThatIsToldToStopEndsAfterItsBatch() throws InterruptedException {
        List<Integer> batches = new ArrayList<>();
        Retention[] retention = new Retention[1];
        retention[0] = new Retention(store.retention(), KEPT, time, () -> Optional.of(NOW), commit -> {
            Expiry expiry = commit.get();
            batches.add(expiry.deleted());
            retention[0].job().stop();
            return expiry;
        });

        assertThat(retention[0].run()).isPositive().isLessThan(ITEMS / 4);
        assertThat(batches).hasSize(1);
    }

    @Test
    void aClockThatIsFarAheadCostsNothing() throws InterruptedException {
        time.set(NOW.plus(Duration.ofDays(8)));
        Statistics statistics = new Statistics(store, time, Duration.ofHours(25), KEPT);
        assertThat(new Retention(store.retention(), KEPT, time, statistics::newestHour, statistics::expire).run()).isZero();

        time.set(NOW.plus(Duration.ofDays(1000)));
        Statistics later = new Statistics(store, time, Duration.ofHours(25), KEPT);
        assertThat(new Retention(store.retention(), KEPT, time, later::newestHour, later::expire).run()).isZero();
        assertThat(store.items().count(ALL).get(ItemKind.COMMENT)).isEqualTo(ITEMS);
    }

    /** Of 300 days, by day. */
    private static List<Tally> days(Statistics statistics) {
        return statistics.trend(Dimension.SUBREDDIT, null, ALL, Granularity.DAY).stream().map(Bucket::tally).toList();
    }

    private static List<ScoredItem> items() {
        Random random = new Random(1);
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            // Too old and young enough: as many each. Those too old are within reach of the statistics, which know older ones only when they are deleted.
            Instant created = i % 2 == 0
                    ? NOW.minus(KEPT).truncatedTo(ChronoUnit.HOURS).minusSeconds(1 + random.nextInt(7199))
                    : NOW.minusSeconds(random.nextInt((int) KEPT.toSeconds()));
            int compound = random.nextInt(20_001) - 10_000;
            Score score = new Score(List.of(Sentiment.values()).get(random.nextInt(3)), compound / 10_000.0, 0, 0, 1, 0.5, "TEST", "1");
            items.add(new ScoredItem(
                    new Comment("c" + i, i % 3 == 0 ? "aws" : "Cursor", "ann", "p", "t3_p", "words", "/r/x/", created, NOW, 1, null, false),
                    score,
                    Set.of("kiro")));
        }
        return items;
    }
}
