package dev.sentimentagent.store.memory;

import static java.util.Comparator.comparingLong;

import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import dev.sentimentagent.model.store.DetectionStore;
import dev.sentimentagent.model.store.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

record MemoryDetectionStore(MemoryStore store) implements DetectionStore {
    @Override
    public List<DetectedTool> note(List<DetectedTool> counted) {
        return store.write(() -> counted.stream().filter(this::isNew).toList());
    }

    private boolean isNew(DetectedTool tool) {
        if (tool.status() != DetectionStatus.PENDING) {
            throw new IllegalArgumentException("what was counted is pending: " + tool.id());
        }
        DetectedTool known = names().get(Texts.clean(tool.id()));
        if (known == null || known.status() == DetectionStatus.PENDING) {
            names().put(Texts.clean(tool.id()),
                    new DetectedTool(Texts.clean(tool.id()), Texts.clean(tool.name()), clean(tool.aliases()), DetectionStatus.PENDING,
                            tool.mentions(), tool.threshold(), clean(tool.samples()),
                            known == null ? tool.firstDetected() : known.firstDetected(), null, null));
        }
        return known == null;
    }

    @Override
    public Optional<DetectedTool> decide(String id, DetectionStatus how, String who, Instant now) {
        if (how == DetectionStatus.PENDING) {
            throw new IllegalArgumentException("pending is no decision");
        }
        return store.write(() -> found(id).filter(tool -> tool.status() != how).map(tool -> {
            DetectedTool decided = tool.decided(how, Texts.clean(who), now);
            names().put(decided.id(), decided);
            return decided;
        }));
    }

    @Override
    public Optional<DetectedTool> find(String id) {
        return store.call(() -> found(id));
    }

    @Override
    public List<DetectedTool> list(DetectionStatus status) {
        return store.call(() -> names().values().stream().filter(tool -> tool.status() == status)
                .sorted(comparingLong(DetectedTool::mentions).reversed().thenComparing(DetectedTool::id)).toList());
    }

    private Optional<DetectedTool> found(String id) {
        return Optional.ofNullable(names().get(Texts.clean(id)));
    }

    private Map<String, DetectedTool> names() {
        return store.data().detected;
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream().map(Texts::clean).toList();
    }
}
