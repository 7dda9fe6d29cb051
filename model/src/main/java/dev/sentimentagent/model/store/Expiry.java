package dev.sentimentagent.model.store;

import dev.sentimentagent.model.Rollup;
import java.util.List;

/**
 * What one call of {@link RetentionStore#expire} did.
 *
 * @param deleted number of items, deleted ones included
 * @param rollups the hourly rollups that changed, as they are now; one that has become empty is among them
 * @param days the daily rollups that changed, as they are now
 * @param more whether items that are old enough are left
 * @param dataVersion version of the data after it
 */
public record Expiry(int deleted, List<Rollup> rollups, List<Rollup> days, boolean more, long dataVersion) {
    public Expiry {
        rollups = List.copyOf(rollups);
        days = List.copyOf(days);
    }
}
