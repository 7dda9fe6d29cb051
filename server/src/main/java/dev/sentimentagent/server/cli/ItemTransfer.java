package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.catalogue.CatalogueChange;
import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.model.store.Store;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the items of a store into another, of whatever kinds, by what every store can do: read them oldest first, and save them. Their sums follow from them. One that broke off
 * goes on in the hour of the newest item that the target has. Nothing may write to either meanwhile.
 */
record ItemTransfer(Store from, Store to) {
    /** What no store can be told from outside. */
    static final String LEFT = "daily tallies of what has expired, deleted items, cycles, and the records of changes and jobs stay behind";

    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
    private static final int SLICE = 1000;
    private static final int MOST = 1000;

    /** Is told how far it is. */
    @FunctionalInterface
    interface Listener {
        /** @param items that were read, of so many in all; those that the target had already are not among them */
        void transferred(long items, long all);
    }

    /** @return how many items were written that were not there */
    long run(Listener listener) {
        catalogue();
        Instant first = newestHour();
        Window rest = new Window(first, EVER.end());
        long all = from.items().count(rest).values().stream().mapToLong(Long::longValue).sum();
        long read = 0;
        long stored = 0;
        String cursor = null;
        do {
            Slice<ScoredItem> slice = slice(rest, cursor);
            stored += to.items().saveAll(Batch.split(slice.items())).stream().mapToLong(result -> result.stored()).sum();
            read += slice.items().size();
            listener.transferred(read, all);
            cursor = slice.next();
        } while (cursor != null);
        records();
        return stored;
    }

    private Slice<ScoredItem> slice(Window rest, @Nullable String cursor) {
        return from.items().walk(Selection.of(rest), SLICE, cursor);
    }

    private Instant newestHour() {
        return to.statistics().rollups(EVER).list().stream().map(rollup -> rollup.key().hour()).max(Instant::compareTo)
                .orElse(EVER.start());
    }

    /** Unless the target has one. */
    private void catalogue() {
        if (to.catalogue().version() > 0) {
            return;
        }
        CatalogueState state = from.catalogue().load();
        CatalogueChange.Builder change = CatalogueChange.on(0);
        state.tools().forEach(change::put);
        state.links().forEach(change::link);
        state.subreddits().forEach(change::put);
        to.catalogue().apply(change.build());
    }

    private void records() {
        from.cycles().coverages().forEach(coverage -> to.items().save(new Batch(List.of(), null, coverage, null)));
        from.cycles().gaps(EVER).forEach(gap -> to.items().save(new Batch(List.of(), null, null, gap)));
        to.topics().replace(from.topics().topics(MOST));
    }

    /** In what the two differ, in a sentence; empty if in nothing that was to be the same. */
    Optional<String> difference() {
        if (!from.items().count(EVER).equals(to.items().count(EVER))) {
            return Optional.of("THE COPY HAS OTHER NUMBERS OF ITEMS: " + from.items().count(EVER) + " and " + to.items().count(EVER));
        }
        Set<Rollup> hours = new HashSet<>(from.statistics().rollups(EVER).list());
        if (!hours.equals(new HashSet<>(to.statistics().rollups(EVER).list()))) {
            return Optional.of("THE COPY HAS OTHER HOURLY TALLIES");
        }
        return Comparison.recountedAs(to, hours) ? Optional.empty() : Optional.of("A RECOUNT OF THE COPY GIVES OTHER TALLIES");
    }
}
