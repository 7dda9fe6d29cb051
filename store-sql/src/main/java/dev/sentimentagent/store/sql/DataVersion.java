package dev.sentimentagent.store.sql;

import java.sql.SQLException;

/** The number that grows with every commit that changes an item. */
final class DataVersion {
    private DataVersion() {}

    static long current(Session session) throws SQLException {
        return session.sql("SELECT version FROM data_version").only(Row::number);
    }

    /** The version that this transaction leaves behind. */
    static long after(Session session, boolean changed) throws SQLException {
        if (changed) {
            session.sql("UPDATE data_version SET version = version + 1").update();
        }
        return current(session);
    }
}
