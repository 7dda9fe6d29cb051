package dev.sentimentagent.store.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

record SelectLastSuccess() implements Query<Optional<Instant>> {
    static final String SQL = """
            SELECT ended_at FROM cycle WHERE status IN ('completed', 'partial') AND ended_at IS NOT NULL
            ORDER BY ended_at DESC LIMIT 1""";

    @Override
    public Optional<Instant> run(Session session) throws SQLException {
        return session.sql(SQL).first(row -> Times.ofMillis(row.number()));
    }
}
