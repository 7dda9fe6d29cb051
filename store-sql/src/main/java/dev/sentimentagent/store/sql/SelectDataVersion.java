package dev.sentimentagent.store.sql;

import java.sql.SQLException;

record SelectDataVersion() implements Query<Long> {
    @Override
    public Long run(Session session) throws SQLException {
        return DataVersion.current(session);
    }
}
