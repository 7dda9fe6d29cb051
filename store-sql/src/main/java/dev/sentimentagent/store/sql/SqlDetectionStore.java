package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import dev.sentimentagent.model.store.DetectionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record SqlDetectionStore(Access calls) implements DetectionStore {
    @Override
    public List<DetectedTool> note(List<DetectedTool> counted) {
        return calls.write(new NoteDetected(counted));
    }

    @Override
    public Optional<DetectedTool> decide(String id, DetectionStatus how, String who, Instant now) {
        return calls.write(new DecideDetected(id, how, who, now));
    }

    @Override
    public Optional<DetectedTool> find(String id) {
        return calls.read(new SelectDetected(id));
    }

    @Override
    public List<DetectedTool> list(DetectionStatus status) {
        return calls.read(new SelectAllDetected(status));
    }
}
