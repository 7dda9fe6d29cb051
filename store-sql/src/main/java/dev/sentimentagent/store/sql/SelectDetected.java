package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.Optional;

record SelectDetected(String id) implements Query<Optional<DetectedTool>> {
    private static final String SQL = DetectedRow.SELECT + "WHERE tool_id = ?";

    @Override
    public Optional<DetectedTool> run(Session session) throws SQLException {
        return DetectedRow.list(session, session.sql(SQL).text(Texts.clean(id))).stream().findFirst();
    }
}
