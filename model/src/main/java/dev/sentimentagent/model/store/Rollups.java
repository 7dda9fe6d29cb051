package dev.sentimentagent.model.store;

import dev.sentimentagent.model.Rollup;
import java.util.List;

/**
 * Rollups as they were at one moment.
 *
 * @param dataVersion the {@link Store#dataVersion()} of that moment
 */
public record Rollups(List<Rollup> list, long dataVersion) {
    public Rollups {
        list = List.copyOf(list);
    }
}
