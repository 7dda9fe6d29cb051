package dev.sentimentagent.model.store;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hourly rollups, kept in the same transaction as the items they count. Thread-safe; every method throws {@link StoreException}.
 *
 * <p>INVARIANT: {@code rollups(w)} equals {@code recount(w)}, but for order, after any sequence of writes.
 */
public interface StatisticsStore {
    /** The stored rollups whose hour starts in the window; empty ones are absent. */
    List<Rollup> rollups(Window hours);

    /** What {@link #rollups} must say, counted from the items. Slow: for tests and {@code doctor}. */
    List<Rollup> recount(Window hours);

    /**
     * Tally of the items created in the window, counted from the items through an index: for the edges of a window, shorter than an hour.
     *
     * @param name the subreddit (in any case) or the id of the tool; null for all of {@link Dimension#SUBREDDIT}
     */
    Tally tally(Dimension dimension, @Nullable String name, Window created);
}
