package dev.sentimentagent.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.sqlite.SQLiteConnection;

/** A few connections that read, side by side with the writer. Thread-safe. */
final class SqliteReaders {
    private final HikariDataSource pool;
    /** By connection, each used by one call at a time. */
    private final Map<Connection, Kept> kept = new ConcurrentHashMap<>();

    SqliteReaders(DataSource source, SqliteSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sqlite-readers");
        config.setDataSource(source);
        // A transaction for each call, so that all its queries see the same state.
        config.setAutoCommit(false);
        config.setConnectionInitSql("PRAGMA query_only = true");
        config.setMaximumPoolSize(settings.readers());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.poolTimeout().toMillis());
        // A connection to a file does not age.
        config.setMaxLifetime(0);
        pool = new HikariDataSource(config);
    }

    <T> T read(Query<T> query) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            // Past the pool's own proxy, which would close the statements after each call.
            Connection own = connection.unwrap(SQLiteConnection.class);
            try {
                return read(own, kept.computeIfAbsent(own, Kept::new), query);
            } catch (SQLException e) {
                // SQLite ends some transactions by itself when they fail; the next call shall not stumble over what is left of this one.
                kept.remove(own);
                pool.evictConnection(connection);
                throw e;
            }
        }
    }

    /** Runs a query on a connection that does not commit by itself, and ends its transaction. */
    static <T> T read(Connection connection, Kept kept, Query<T> query) throws SQLException {
        boolean done = false;
        try {
            T result = query.run(kept);
            done = true;
            return result;
        } finally {
            if (!done) {
                kept.forget();
            }
            connection.rollback();
        }
    }

    void close() {
        pool.close();
    }
}
