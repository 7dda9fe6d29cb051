package dev.sentimentagent.store.cosmos;

import static java.util.Comparator.comparingLong;

import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import dev.sentimentagent.model.store.DetectionStore;
import dev.sentimentagent.model.store.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

record CosmosDetectionStore(Access access) implements DetectionStore {
    @Override
    public List<DetectedTool> note(List<DetectedTool> counted) {
        for (DetectedTool tool : counted) {
            if (tool.status() != DetectionStatus.PENDING) {
                throw new IllegalArgumentException("what was counted is pending: " + tool.id());
            }
        }
        return access.write("detection.note", writing -> {
            List<DetectedTool> fresh = new ArrayList<>();
            for (DetectedTool tool : counted) {
                Optional<DetectedTool> known = found(tool.id());
                if (known.isEmpty()) {
                    fresh.add(tool);
                }
                if (known.isEmpty() || known.get().status() == DetectionStatus.PENDING) {
                    put(writing, new DetectedTool(Texts.clean(tool.id()), Texts.clean(tool.name()), clean(tool.aliases()),
                            DetectionStatus.PENDING, tool.mentions(), tool.threshold(), clean(tool.samples()),
                            known.map(DetectedTool::firstDetected).orElse(tool.firstDetected()), null, null));
                }
            }
            return fresh;
        });
    }

    @Override
    public Optional<DetectedTool> decide(String id, DetectionStatus how, String who, Instant now) {
        if (how == DetectionStatus.PENDING) {
            throw new IllegalArgumentException("pending is no decision");
        }
        return access.write("detection.decide", writing -> found(id).filter(tool -> tool.status() != how).map(tool -> {
            DetectedTool decided = tool.decided(how, Texts.clean(who), now);
            put(writing, decided);
            return decided;
        }));
    }

    @Override
    public Optional<DetectedTool> find(String id) {
        return access.read("detection.find", () -> found(id));
    }

    @Override
    public List<DetectedTool> list(DetectionStatus status) {
        return access.read("detection.list", () -> access.records()
                .list(Kinds.DETECTED, new Sought("*").where("c.status = ?", status.name()), DetectedTool.class)
                .stream()
                .sorted(comparingLong(DetectedTool::mentions).reversed().thenComparing(DetectedTool::id))
                .toList());
    }

    private Optional<DetectedTool> found(String id) {
        return access.records().find(Kinds.DETECTED, Texts.clean(id), DetectedTool.class);
    }

    private static void put(Writing writing, DetectedTool tool) {
        writing.put(Kinds.DETECTED, tool.id(), Json.object().put("status", tool.status().name()), tool);
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream().map(Texts::clean).toList();
    }
}
