package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.time.Instant;

record CloseCycle(Cycle cycle) implements Query<Boolean> {
    private static final String SQL = """
            UPDATE cycle
            SET ended_at = ?, status = ?, requests = ?, limiter_wait_ms = ?, rss_start_bytes = ?, rss_end_bytes = ?
            WHERE cycle_id = ?""";

    CloseCycle {
        requireNonNull(cycle, "cycle");
    }

    @Override
    public Boolean run(Session session) throws SQLException {
        if (outcome(session.sql(SQL), cycle).text(Texts.clean(cycle.id())).update() == 0) {
            throw new SQLNonTransientException("cycle " + cycle.id() + " was never opened");
        }
        DataVersion.next(session);
        return true;
    }

    /** Gives the six parameters from {@code ended_at} to {@code rss_end_bytes}. */
    static Sql outcome(Sql sql, Cycle cycle) throws SQLException {
        Instant ended = cycle.endedAt();
        return sql.number(ended == null ? null : (Long) Times.millis(ended))
                .text(cycle.status().label())
                .number(cycle.requests())
                .number(cycle.limiterWait().toMillis())
                .number(cycle.rssStartBytes())
                .number(cycle.rssEndBytes());
    }
}
