package dev.sentimentagent.server.detection;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import dev.sentimentagent.model.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What was detected, and what becomes of it. Thread-safe. */
public final class DetectedTools {
    private static final int BEFORE = 80;
    private static final int LENGTH = 200;

    private final Store store;
    private final InstantSource clock;
    private final BiConsumer<DetectedTool, String> approval;
    private final BiConsumer<DetectedTool, String> rejection;

    /**
     * The detected tools of a store.
     *
     * @param approval begins to listen for a tool, in the name of whoever approves; if it throws, nothing is approved
     * @param rejection stops listening for one that had been approved; if it throws, nothing is rejected
     */
    public DetectedTools(Store store, InstantSource clock, BiConsumer<DetectedTool, String> approval,
            BiConsumer<DetectedTool, String> rejection) {
        this.store = store;
        this.clock = clock;
        this.approval = approval;
        this.rejection = rejection;
    }

    /** Those of which nothing was decided, the most spoken of first. */
    public List<DetectedTool> pending() {
        return store.detections().list(DetectionStatus.PENDING);
    }

    /** What was detected under that id. */
    public Optional<DetectedTool> find(String id) {
        return store.detections().find(id);
    }

    /** What some of the items say that name it, a few words of each; of those that are still there. */
    public List<String> samples(DetectedTool tool) {
        return tool.samples().stream().flatMap(fullname -> store.items().find(fullname).stream())
                .filter(scored -> !scored.item().deleted()).map(scored -> excerpt(scored, tool)).toList();
    }

    /** Listens for it from now on; empty if it is approved already, or not known. */
    public Optional<DetectedTool> approve(String id, String who) {
        Optional<DetectedTool> tool = find(id).filter(known -> known.status() != DetectionStatus.APPROVED);
        tool.ifPresent(known -> approval.accept(known, who));
        return tool.flatMap(_ -> store.detections().decide(id, DetectionStatus.APPROVED, who, clock.instant()));
    }

    /** Does not propose it again, and listens for it no more; empty if it is rejected already, or not known. */
    public Optional<DetectedTool> reject(String id, String who) {
        Optional<DetectedTool> tool = find(id).filter(known -> known.status() != DetectionStatus.REJECTED);
        tool.filter(known -> known.status() == DetectionStatus.APPROVED).ifPresent(known -> rejection.accept(known, who));
        return tool.flatMap(_ -> store.detections().decide(id, DetectionStatus.REJECTED, who, clock.instant()));
    }

    private static String excerpt(ScoredItem scored, DetectedTool tool) {
        String text = scored.item().text().replaceAll("\\s+", " ").strip();
        int at = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(tool.name().toLowerCase(Locale.ROOT)));
        int from = Math.max(0, at - BEFORE);
        int to = Math.min(text.length(), from + LENGTH);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
