package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

record DecideDetected(String id, DetectionStatus how, String who, Instant now) implements Query<Optional<DetectedTool>> {
    private static final String SQL = """
            UPDATE detected_tool SET status = ?, decided_by = ?, decided_at = ? WHERE tool_id = ? AND status <> ?""";

    DecideDetected {
        if (how == DetectionStatus.PENDING) {
            throw new IllegalArgumentException("pending is no decision");
        }
    }

    @Override
    public Optional<DetectedTool> run(Session session) throws SQLException {
        int changed = session.sql(SQL).text(how.label()).text(Texts.clean(who)).number(Times.millis(now)).text(Texts.clean(id))
                .text(how.label()).update();
        return changed == 0 ? Optional.empty() : new SelectDetected(id).run(session);
    }
}
