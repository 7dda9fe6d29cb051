package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;

record OpenCycle(Cycle cycle) implements Query<Boolean> {
    private static final String SQL = """
            INSERT INTO cycle (started_at, ended_at, status, requests, limiter_wait_ms, rss_start_bytes, rss_end_bytes, cycle_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    OpenCycle {
        requireNonNull(cycle, "cycle");
    }

    @Override
    public Boolean run(Session session) throws SQLException {
        DataVersion.next(session);
        Sql insert = session.sql(SQL).number(Times.millis(cycle.startedAt()));
        return CloseCycle.outcome(insert, cycle).text(Texts.clean(cycle.id())).update() > 0;
    }
}
