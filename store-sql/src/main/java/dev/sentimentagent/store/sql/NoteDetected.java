package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

record NoteDetected(List<DetectedTool> counted) implements Query<List<DetectedTool>> {
    private static final String INSERT = """
            INSERT INTO detected_tool (tool_id, name, status, mentions, threshold, first_detected) VALUES (?, ?, 'pending', ?, ?, ?)
            ON CONFLICT (tool_id) DO NOTHING""";
    private static final String UPDATE = "UPDATE detected_tool SET name = ?, mentions = ?, threshold = ? WHERE tool_id = ? AND status = 'pending'";
    private static final String FORGET = "DELETE FROM detected_tool_part WHERE tool_id = ?";
    private static final String PART = "INSERT INTO detected_tool_part (tool_id, sample, position, value) VALUES (?, ?, ?, ?)";

    NoteDetected {
        counted = List.copyOf(counted);
    }

    @Override
    public List<DetectedTool> run(Session session) throws SQLException {
        List<DetectedTool> added = new ArrayList<>();
        for (DetectedTool tool : counted) {
            if (tool.status() != DetectionStatus.PENDING) {
                throw new IllegalArgumentException("what was counted is pending: " + tool.id());
            }
            String id = Texts.clean(tool.id());
            int inserted = session.sql(INSERT).text(id).text(Texts.clean(tool.name())).number(tool.mentions()).number(tool.threshold())
                    .number(Times.millis(tool.firstDetected())).update();
            if (inserted > 0) {
                added.add(tool);
            }
            if (inserted > 0 || session.sql(UPDATE).text(Texts.clean(tool.name())).number(tool.mentions()).number(tool.threshold()).text(id)
                    .update() > 0) {
                session.sql(FORGET).text(id).update();
                parts(session, id, 0, tool.aliases());
                parts(session, id, 1, tool.samples());
            }
        }
        return added;
    }

    private static void parts(Session session, String id, int sample, List<String> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            session.sql(PART).text(id).number(sample).number(i).text(Texts.clean(values.get(i))).update();
        }
    }
}
