package dev.sentimentagent.model.store;

import dev.sentimentagent.model.Rollup;
import java.time.Instant;
import java.util.List;

/**
 * Rollups as they were at one moment.
 *
 * @param list the hourly ones
 * @param days the daily ones of what has expired
 * @param emptyBefore no item is stored that was created before this hour: hourly rollups of earlier ones have been dropped
 * @param dataVersion the {@link Store#dataVersion()} of that moment
 */
public record Rollups(List<Rollup> list, List<Rollup> days, Instant emptyBefore, long dataVersion) {
    public Rollups {
        list = List.copyOf(list);
        days = List.copyOf(days);
    }
}
