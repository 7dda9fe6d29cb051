package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.time.Instant;

record CloseInterruptedCycles(Instant now) implements Query<Integer> {
    static final String SQL = "UPDATE cycle SET status = 'interrupted', ended_at = ? WHERE status = 'running'";

    CloseInterruptedCycles {
        requireNonNull(now, "now");
    }

    @Override
    public Integer run(Session session) throws SQLException {
        int closed = session.sql(SQL).number(Times.millis(now)).update();
        if (closed > 0) {
            DataVersion.next(session);
        }
        return closed;
    }
}
