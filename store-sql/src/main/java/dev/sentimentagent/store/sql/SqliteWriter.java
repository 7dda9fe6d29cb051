package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The one connection that writes; one transaction at a time. Keeps its prepared statements. Thread-safe. */
final class SqliteWriter {
    private final DataSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection; // guarded by lock
    private @Nullable Kept kept; // guarded by lock

    SqliteWriter(DataSource source) {
        this.source = source;
    }

    <T> T write(Query<T> query) throws SQLException {
        lock.lock();
        try {
            Connection open = connected();
            return transact(open, requireNonNull(kept), query);
        } finally {
            lock.unlock();
        }
    }

    /** Copies the log into the database file and lets go of both. */
    void close() throws SQLException {
        lock.lock();
        try {
            if (connection != null && kept != null) {
                try (Connection open = connection) {
                    connection = null;
                    kept.forget();
                    try (Statement statement = open.createStatement()) {
                        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                    }
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private <T> T transact(Connection open, Kept known, Query<T> query) throws SQLException {
        boolean committed = false;
        try {
            // Begins and commits by this switch: the driver's commit() begins the next transaction at once, and would hold its lock until then.
            open.setAutoCommit(false);
            T result = query.run(known);
            open.setAutoCommit(true);
            committed = true;
            return result;
        } finally {
            if (!committed) {
                cleanUp(open, known);
            }
        }
    }

    /** After a failure nothing of it may be left: neither changes nor names that were not committed, half-given parameters, or a connection in doubt. */
    private void cleanUp(Connection open, Kept known) {
        try {
            known.forget();
            open.rollback();
            open.setAutoCommit(true);
        } catch (SQLException e) {
            // Also when there is nothing to roll back: no transaction was had, or SQLite gave it up by itself, as it does on a full disk.
            discard(open);
        }
    }

    private void discard(Connection broken) {
        connection = null;
        try {
            broken.close();
        } catch (SQLException _) {
            // It was given up because it failed; the failure that led here is on its way to the caller.
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = source.getConnection();
            connection = open;
            kept = new Kept(open);
        }
        return open;
    }
}
