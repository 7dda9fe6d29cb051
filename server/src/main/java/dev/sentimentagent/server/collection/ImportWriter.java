package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.ItemStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes full batches of what an import reads. A batch is of one subreddit, while a dump may mix many, so items wait until there are enough
 * of theirs; those of one subreddit stay in their order. Not thread-safe.
 */
final class ImportWriter {
    /** Batches that are written together. */
    private static final int TOGETHER = 16;
    /** Most that wait: some full batches, some twenty megabytes. */
    private static final int MAX_WAITING = 32 * Batch.MAX_ITEMS;

    private final ItemStore store;
    private final CommitListener listener;
    private final Map<String, List<ScoredItem>> waiting = new LinkedHashMap<>();
    /** Those that are to be written. */
    private final List<Batch> full = new ArrayList<>();
    /** In either. */
    private int waitingItems;
    private Counts counts = Counts.ZERO;

    ImportWriter(ItemStore store, CommitListener listener) {
        this.store = store;
        this.listener = listener;
    }

    /** Takes what a block held; returns whether anything was committed. */
    boolean add(DumpAnalysis.Analyzed block) {
        counts = counts.plus(new Counts(block.bad().size(), 0, 0, 0, block.bad().size()));
        boolean committed = false;
        for (ScoredItem item : block.items()) {
            List<ScoredItem> same = waiting.computeIfAbsent(item.item().subreddit().toLowerCase(Locale.ROOT), _ -> new ArrayList<>());
            same.add(item);
            waitingItems++;
            if (same.size() == Batch.MAX_ITEMS) {
                fill(same);
            }
            if (full.size() == TOGETHER) {
                write();
                committed = true;
            }
        }
        if (waitingItems > MAX_WAITING) {
            flush();
            committed = true;
        }
        return committed;
    }

    /** Writes all that waits. */
    void flush() {
        for (List<ScoredItem> same : waiting.values()) {
            if (!same.isEmpty()) {
                fill(same);
            }
            if (full.size() == TOGETHER) {
                write();
            }
        }
        waiting.clear();
        write();
    }

    /** What came of all that is written. */
    Counts counts() {
        return counts;
    }

    private void fill(List<ScoredItem> same) {
        full.add(Batch.of(same));
        same.clear();
    }

    private void write() {
        if (full.isEmpty()) {
            return;
        }
        List<BatchResult> results = store.saveAll(full);
        for (int i = 0; i < full.size(); i++) {
            Batch batch = full.get(i);
            BatchResult result = results.get(i);
            waitingItems -= batch.items().size();
            listener.committed(batch, result);
            counts = counts.plus(new Counts(batch.items().size(), result.stored(), result.updated(), result.unchanged(), 0));
        }
        full.clear();
    }
}
