package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.ItemStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items → scores → one transaction → whoever listens for commits. */
final class ItemWriter {
    private final ItemAnalyzer analyzer;
    private final ItemStore items;
    private final CommitListener listener;
    private final Instant sighted;

    /**
     * The writer of one cycle.
     *
     * @param sighted when the cycle began, which counts as the time at which it sighted all items: those of a listing read newest first
     *     would else look the newer the older they are
     */
    ItemWriter(ItemAnalyzer analyzer, ItemStore items, CommitListener listener, Instant sighted) {
        this.analyzer = analyzer;
        this.items = items;
        this.listener = listener;
        this.sighted = sighted;
    }

    BatchResult write(List<? extends Item> batch, Batch.@Nullable Progress progress, @Nullable Coverage coverage, @Nullable Gap gap) {
        Batch scored = new Batch(batch.stream().map(item -> analyzer.analyze(item.sightedAt(sighted))).toList(), progress, coverage, gap);
        BatchResult result = items.save(scored);
        listener.committed(scored, result);
        return result;
    }

    /** Records what went wrong with a subreddit, items or not. */
    void report(String cycleId, String subreddit, Incident incident) {
        write(List.of(), new Batch.Progress(cycleId, subreddit, 0, List.of(incident)), null, null);
    }
}
