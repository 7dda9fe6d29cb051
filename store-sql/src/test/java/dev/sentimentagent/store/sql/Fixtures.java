package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/** What several tests need. */
final class Fixtures {
    static final Window EVER = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    /** As the real ones, but impatient. */
    static final SqliteSettings SETTINGS = new SqliteSettings(Duration.ofMillis(50), 2, Duration.ofMillis(500));

    private Fixtures() {}

    static Store open(Path file) {
        return SqliteStore.open(file, SETTINGS, RetryPolicy.NEVER, TimeSource.system(), new Random(1));
    }

    /** Saves made-up items in batches of the given size. */
    static void fill(Store store, int items, int batch) {
        List<ScoredItem> all = new NinetyDays(items, 7).next(items);
        for (int from = 0; from < items; from += batch) {
            store.items().save(Batch.of(all.subList(from, Math.min(items, from + batch))));
        }
    }

    static boolean rollupsAreExact(Store store) {
        return new HashSet<>(store.statistics().rollups(EVER).list()).equals(new HashSet<>(store.statistics().recount(EVER)));
    }
}
