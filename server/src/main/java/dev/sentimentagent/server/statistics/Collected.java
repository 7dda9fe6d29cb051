package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.CycleStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The coverage of all listings and their gaps, brought forward with each commit. Thread-safe. */
final class Collected {
    private final Map<Key, Coverage> coverages = new HashMap<>(); // guarded by this
    private final List<Gap> gaps = new ArrayList<>(); // guarded by this
    private volatile CollectedSpans spans = CollectedSpans.NONE;

    private record Key(String subreddit, Listing listing) {
        static Key of(Coverage coverage) {
            return new Key(coverage.subreddit().toLowerCase(Locale.ROOT), coverage.listing());
        }
    }

    CollectedSpans spans() {
        return spans;
    }

    /** Reads them anew. */
    void load(CycleStore cycles, Window window) {
        replace(cycles.coverages(), cycles.gaps(window));
    }

    synchronized void take(Batch batch, Window window) {
        Coverage coverage = batch.coverage();
        Gap gap = batch.gap();
        if (coverage != null) {
            coverages.put(Key.of(coverage), coverage);
        }
        if (gap != null) {
            gaps.add(gap);
            gaps.removeIf(old -> !old.to().isAfter(window.start()));
        }
        if (coverage != null || gap != null) {
            spans = CollectedSpans.of(coverages.values(), gaps);
        }
    }

    private synchronized void replace(Collection<Coverage> read, Collection<Gap> readGaps) {
        coverages.clear();
        read.forEach(coverage -> coverages.put(Key.of(coverage), coverage));
        gaps.clear();
        gaps.addAll(readGaps);
        spans = CollectedSpans.of(coverages.values(), gaps);
    }
}
