package dev.sentimentagent.store.sql;

import java.sql.SQLException;

/** Writes something and leaves everything as it was: there and back, because a database may skip a change that changes nothing. */
record TryWriting() implements Query<Boolean> {
    @Override
    public Boolean run(Session session) throws SQLException {
        session.sql("UPDATE data_version SET version = version + 1").update();
        return session.sql("UPDATE data_version SET version = version - 1").update() > 0;
    }
}
