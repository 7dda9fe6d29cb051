package dev.sentimentagent.model.store;

import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Names that are spoken of like tools. Does not move the version of the data. Thread-safe; every method throws {@link StoreException}. */
public interface DetectionStore {
    /**
     * Notes what was counted: adds those that are new as pending, and gives those that are pending their present name, count and samples.
     * One that was approved or rejected stays as it is.
     *
     * @return those that are new
     */
    List<DetectedTool> note(List<DetectedTool> counted);

    /**
     * Approves or rejects.
     *
     * @param how not pending
     * @return the name as it is now; empty, and nothing changes, if there is none of that id or that was decided of it already
     */
    Optional<DetectedTool> decide(String id, DetectionStatus how, String who, Instant now);

    /** The name of that id. */
    Optional<DetectedTool> find(String id);

    /** All that have that state, the most spoken of first, ties by id. */
    List<DetectedTool> list(DetectionStatus status);
}
