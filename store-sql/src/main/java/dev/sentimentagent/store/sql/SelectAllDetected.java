package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import java.sql.SQLException;
import java.util.List;

record SelectAllDetected(DetectionStatus status) implements Query<List<DetectedTool>> {
    private static final String SQL = DetectedRow.SELECT + "WHERE status = ? ORDER BY mentions DESC, tool_id";

    @Override
    public List<DetectedTool> run(Session session) throws SQLException {
        return DetectedRow.list(session, session.sql(SQL).text(status.label()));
    }
}
