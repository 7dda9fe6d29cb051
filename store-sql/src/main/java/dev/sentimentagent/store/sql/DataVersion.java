package dev.sentimentagent.store.sql;

import java.sql.SQLException;

/** The number that grows by one with every commit that changes what is served. */
final class DataVersion {
    private DataVersion() {}

    static long current(Session session) throws SQLException {
        return session.sql("SELECT version FROM data_version").only(Row::number);
    }

    /** The version that this transaction, which changes something, leaves behind. */
    static long next(Session session) throws SQLException {
        return session.sql("UPDATE data_version SET version = version + 1 RETURNING version").only(Row::number);
    }
}
