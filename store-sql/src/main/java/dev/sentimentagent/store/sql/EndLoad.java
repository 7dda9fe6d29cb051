package dev.sentimentagent.store.sql;

import java.sql.SQLException;

/** Makes the indexes that a load has left off. */
record EndLoad() implements Query<Boolean> {
    @Override
    public Boolean run(Session session) throws SQLException {
        session.load(null);
        PendingIndexes.make(session);
        return true;
    }

    @Override
    public boolean takesLong() {
        return true;
    }
}
