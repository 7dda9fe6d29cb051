package dev.sentimentagent.model.store;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of what is old. Thread-safe; every method throws {@link StoreException}.
 *
 * <p>INVARIANT: at every moment the whole of a day is its {@link #archived} tally and those of its hours in {@link StatisticsStore#rollups}.
 */
public interface RetentionStore {
    /** So many of the newest cycles stay, whatever their age. */
    int CYCLES_KEPT = 100;

    /**
     * Deletes the oldest items of the whole store, tombstones too, and takes their counts out of the hourly rollups and into the daily ones,
     * all together or not at all. Hours without any item before them are dropped. Moves the {@link #horizon} to {@code before}, if that is later.
     *
     * @param before items created before it go; long past, since the horizon never moves back
     * @param limit at most so many of them, at least 1
     */
    Expiry expire(Instant before, int limit);

    /**
     * Deletes cycles that started and gaps that ended before that time, the oldest first; but never the last {@value #CYCLES_KEPT} cycles, one
     * that still runs, or the last success.
     *
     * @param limit at most so many of them, at least 1
     * @return how many were deleted
     */
    int expireRecords(Instant before, int limit);

    /**
     * The latest time that items were ever expired before; {@link Instant#MIN} if that never happened. An item created before it that is not
     * stored may have been counted and deleted: {@link ItemStore#save} counts it unchanged and stores nothing of it, and
     * {@link ItemStore#known} knows it.
     */
    Instant horizon();

    /** The daily rollups of what has expired, of the days that start in the window; kept for ever. */
    List<Rollup> archived(Window days);
}
