package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads detected names. */
final class DetectedRow {
    /** Begin of a query that {@link #list} reads. */
    static final String SELECT = "SELECT tool_id, name, status, mentions, threshold, first_detected, decided_by, decided_at FROM detected_tool ";
    private static final String PARTS = """
            SELECT tool_id, sample, value FROM detected_tool_part WHERE tool_id IN %s ORDER BY tool_id, sample, position""";

    private record Part(String id, boolean sample) {}

    private DetectedRow() {}

    static List<DetectedTool> list(Session session, Sql sql) throws SQLException {
        List<DetectedTool> bare = sql.list(DetectedRow::bare);
        Map<Part, List<String>> parts = new HashMap<>();
        InList.each(session, PARTS, bare.stream().map(DetectedTool::id).toList(),
                row -> parts.computeIfAbsent(new Part(row.text(), row.number() != 0), _ -> new ArrayList<>()).add(row.text()));
        return bare.stream()
                .map(tool -> new DetectedTool(tool.id(), tool.name(), parts.getOrDefault(new Part(tool.id(), false), List.of()),
                        tool.status(), tool.mentions(), tool.threshold(), parts.getOrDefault(new Part(tool.id(), true), List.of()),
                        tool.firstDetected(), tool.decidedBy(), tool.decidedAt()))
                .toList();
    }

    private static DetectedTool bare(Row row) throws SQLException {
        String id = row.text();
        String name = row.text();
        DetectionStatus status = DetectionStatus.valueOf(row.text().toUpperCase(Locale.ROOT));
        long mentions = row.number();
        int threshold = (int) row.number();
        Instant firstDetected = Times.ofMillis(row.number());
        String decidedBy = row.textOrNull();
        Long decidedAt = row.numberOrNull();
        return new DetectedTool(id, name, List.of(), status, mentions, threshold, List.of(), firstDetected, decidedBy,
                decidedAt == null ? null : Times.ofMillis(decidedAt));
    }
}
