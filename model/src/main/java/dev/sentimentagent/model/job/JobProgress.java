package dev.sentimentagent.model.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param total items that it is to look at, as counted when it was queued
 * @param processed those that it has looked at
 * @param cursor where it goes on; null at the beginning, {@link #END} when it has looked at all of them
 * @param lastItem fullname of the item that it looked at last; null if none yet
 * @param remaining how long it still takes at its present speed, in whole seconds; null if that is not known
 */
public record JobProgress(long total, long processed, @Nullable String cursor, @Nullable String lastItem, @Nullable Duration remaining) {
    /** The cursor after the last item. */
    public static final String END = "";

    public static JobProgress of(long total) {
        return new JobProgress(total, 0, null, null, null);
    }

    /** 0 to 100, 2 decimals. */
    public double percentage() {
        return total == 0 ? 0 : Math.min(100, Math.round(10_000.0 * processed / total) / 100.0);
    }

    /** Whether it has looked at all of them. */
    public boolean atEnd() {
        return END.equals(cursor);
    }
}
