package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items → scores → one transaction → whoever listens for commits. Not thread-safe. */
final class ItemWriter {
    private final ItemAnalyzer analyzer;
    private final ItemStore items;
    private final CommitListener listener;
    private final Instant sighted;
    private Counts counts = Counts.ZERO;

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

    /**
     * Writes items of one subreddit; those of others, which a listing such as that of r/all holds, go first, so that coverage and gap are
     * not written before what they cover.
     */
    void write(List<? extends Item> batch, Batch.Progress progress, @Nullable Coverage coverage, @Nullable Gap gap) {
        List<ScoredItem> scored = analyzer.analyzeAll(batch.stream().map(item -> item.sightedAt(sighted)).toList());
        List<ScoredItem> own = new ArrayList<>();
        List<ScoredItem> foreign = new ArrayList<>();
        scored.forEach(item -> (SubredditName.same(item.item().subreddit(), progress.subreddit()) ? own : foreign).add(item));
        Batch.Progress alone = new Batch.Progress(progress.cycleId(), progress.subreddit(), 0, List.of());
        Batch.split(foreign).forEach(other -> save(other.items(), alone, null, null));
        save(own, progress, coverage, gap);
    }

    private void save(List<ScoredItem> scored, Batch.Progress progress, @Nullable Coverage coverage, @Nullable Gap gap) {
        Batch batch = new Batch(scored, progress, coverage, gap);
        BatchResult result = items.save(batch);
        long rejected = progress.rejected();
        counts = counts.plus(new Counts(scored.size() + rejected, result.stored(), result.updated(), result.unchanged(), rejected));
        listener.committed(batch, result);
    }

    /** What became of all that it was given, as far as it was committed. */
    Counts counts() {
        return counts;
    }

    /** Records what went wrong with a subreddit, items or not. */
    void report(String cycleId, String subreddit, Incident incident) {
        write(List.of(), new Batch.Progress(cycleId, subreddit, 0, List.of(incident)), null, null);
    }
}
