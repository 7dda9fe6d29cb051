package dev.sentimentagent.server.reanalysis;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.server.collection.CommitListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Scores stored items anew that another scorer, or another version of it, has scored, and looks for their tools with the present catalogue,
 * in batches, each with its effect on the rollups in one transaction. What is done no longer is selected, so one that was broken off, by
 * {@code kill -9} too, goes on where it was. An item that is edited or deleted at the same time keeps what that made of it.
 *
 * <p>While one slice is written, the next is read and scored. Not thread-safe.
 */
public final class Reanalysis {
    private static final int SLICE = 1000;
    private static final int OLDEST = 200;
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    private final ItemStore items;
    private final ItemAnalyzer analyzer;
    private final CommitListener listener;
    private final Duration pause;
    private volatile boolean stopping;

    /**
     * The reanalysis of a store.
     *
     * @param listener is told of each batch after its commit
     * @param pause between two slices, for those who wait to write; zero where nobody does
     */
    public Reanalysis(ItemStore items, ItemAnalyzer analyzer, CommitListener listener, Duration pause) {
        this.items = items;
        this.analyzer = analyzer;
        this.listener = listener;
        this.pause = pause;
    }

    /**
     * Whether another scorer has scored one of the oldest items: what is due lies there, unless a run was broken off. Costs the same however
     * much is stored.
     */
    public boolean isDue() {
        Selection.Scorer present = analyzer.scorer();
        return items.walk(Selection.of(EVER), OLDEST, null).items().stream().map(ScoredItem::score)
                .anyMatch(score -> !score.method().equals(present.method()) || !score.version().equals(present.version()));
    }

    /** Ends a run after the slice that is being written. */
    public void stop() {
        stopping = true;
    }

    /**
     * Brings all stored items up to date.
     *
     * @param progress is given the number of items done so far, after each slice
     * @return how many items have another score or other tools now
     * @throws dev.sentimentagent.model.store.StoreException if the store fails; what was done before stays so
     */
    public long run(LongConsumer progress) throws InterruptedException {
        long done = 0;
        long updated = 0;
        try (ExecutorService ahead = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("reanalysis-reader").factory())) {
            // By subreddit, because a batch is of one: mixed slices would make many small ones.
            for (String subreddit : items.subreddits()) {
                Future<Scored> next = ahead.submit(() -> read(subreddit, null));
                while (next != null && !stopping) {
                    Scored slice = get(next);
                    String cursor = slice.next();
                    next = cursor == null ? null : ahead.submit(() -> read(subreddit, cursor));
                    updated += write(slice.items());
                    done += slice.items().size();
                    progress.accept(done);
                    if (pause.isPositive()) {
                        Thread.sleep(pause);
                    }
                }
            }
        }
        return updated;
    }

    private long write(List<ScoredItem> scored) {
        long updated = 0;
        for (Batch split : Batch.split(scored)) {
            Batch batch = Batch.rescoring(split.items());
            BatchResult result = items.save(batch);
            listener.committed(batch, result);
            updated += result.updated();
        }
        return updated;
    }

    private Scored read(String subreddit, @Nullable String cursor) {
        Slice<ScoredItem> slice = items.walk(due(subreddit), SLICE, cursor);
        return new Scored(analyzer.analyzeAll(slice.items().stream().map(ScoredItem::item).toList()), slice.next());
    }

    private Selection due(String subreddit) {
        return new Selection(EVER, subreddit, null, null, analyzer.scorer());
    }

    private static Scored get(Future<Scored> slice) throws InterruptedException {
        try {
            return slice.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a slice was not read", e.getCause());
        }
    }

    private record Scored(List<ScoredItem> items, @Nullable String next) {}
}
