package dev.sentimentagent.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Signs of life through a connection of their own, so that they wait for no other call. Thread-safe. */
final class SqlitePing {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final DataSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection; // guarded by lock

    SqlitePing(DataSource source) {
        this.source = source;
    }

    /** Reads the data's version; waits for an earlier ping for half a second at most. */
    long ping() throws SQLException {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientException("an earlier ping still waits for an answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientException("interrupted", e);
        }
        try {
            boolean alive = false;
            Connection open = connected();
            try {
                Kept once = new Kept(open);
                long version = SqliteReaders.read(open, once, new SelectDataVersion());
                once.forget();
                alive = true;
                return version;
            } finally {
                if (!alive) {
                    // The next ping shall not fail for what is left of this one.
                    close();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    void close() throws SQLException {
        lock.lock();
        try {
            Connection open = connection;
            connection = null;
            if (open != null) {
                open.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = source.getConnection();
            connection = open;
            open.setAutoCommit(false);
        }
        return open;
    }
}
