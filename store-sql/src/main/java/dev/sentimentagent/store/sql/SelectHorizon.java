package dev.sentimentagent.store.sql;

import java.sql.SQLException;
import java.time.Instant;

record SelectHorizon() implements Query<Instant> {
    @Override
    public Instant run(Session session) throws SQLException {
        return Horizon.current(session);
    }
}
