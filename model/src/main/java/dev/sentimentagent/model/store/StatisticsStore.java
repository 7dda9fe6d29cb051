package dev.sentimentagent.model.store;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import java.util.List;

/**
 * Hourly rollups, kept together with the items they count. Thread-safe; every method throws {@link StoreException}.
 *
 * <p>INVARIANT: the hours of {@code rollups(w)} equal {@code recount(w)}, but for order, after any sequence of writes.
 */
public interface StatisticsStore {
    /** The stored rollups whose hour, or day, starts in the window; empty ones are absent. */
    Rollups rollups(Window hours);

    /**
     * The rollups that have changed after that version, as they are now; what has become empty is among them with an empty tally, unless
     * retention has dropped its hour since, which then lies before {@link Rollups#emptyBefore}. May hold more than has changed: they are to be
     * put, not added.
     */
    Rollups changedSince(long version);

    /** What {@link #rollups} must say, counted from the items. Slow: for tests and {@code doctor}. */
    List<Rollup> recount(Window hours);

    /** Every item that is neither deleted nor a bot's, created in the window, in no particular order: what the edges of a window are counted from. */
    void points(Window created, PointConsumer consumer);

    /**
     * The same with what tells whose voice an item is: its thread and its author. Dearer than {@link #points}, since it reads the items
     * themselves.
     */
    void voices(Window created, VoiceConsumer consumer);
}
