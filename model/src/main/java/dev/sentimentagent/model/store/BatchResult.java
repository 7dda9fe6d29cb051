package dev.sentimentagent.model.store;

import dev.sentimentagent.model.Rollup;
import java.util.List;

/**
 * What a committed batch did.
 *
 * @param stored sightings of new items
 * @param updated sightings that changed a known item (votes, comment count, edit, deletion, restoration)
 * @param unchanged sightings that changed nothing: same as stored, or older than what is stored
 * @param rollups the rollups that changed, as they are now; one that has become empty is among them. Of batches that are written at once,
 *     those that any of them changed
 * @param dataVersion version of the data after it, or after all that were written with it
 */
public record BatchResult(long stored, long updated, long unchanged, List<Rollup> rollups, long dataVersion) {
    public BatchResult {
        rollups = List.copyOf(rollups);
    }
}
