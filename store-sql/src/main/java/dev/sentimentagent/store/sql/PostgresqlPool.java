package dev.sentimentagent.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** A few connections of one kind, each with the names it has looked up. Thread-safe. */
final class PostgresqlPool {
    /** Called with a connection that has a transaction to itself, which it must end. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection, Kept kept) throws SQLException;
    }

    private final HikariDataSource pool;
    private final boolean distributed;
    /** By connection, each used by one call at a time. */
    private final Map<Connection, Kept> kept = new ConcurrentHashMap<>();

    /**
     * Opens no connection yet.
     *
     * @param config with a name, sizes and the SQL that begins a session; the rest is set here
     * @param distributed as {@link Session#distributed} tells
     */
    PostgresqlPool(DataSource source, HikariConfig config, boolean distributed) {
        this.distributed = distributed;
        config.setDataSource(source);
        config.setAutoCommit(false);
        // Whether the server is there is found out before, with a better message.
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
    }

    <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            // Past the pool's own proxy, whose bookkeeping costs as much as some queries.
            Connection own = (Connection) connection.unwrap(PGConnection.class);
            boolean done = false;
            try {
                T result = work.run(own, kept(own));
                done = true;
                return result;
            } catch (SQLException e) {
                kept.remove(own);
                pool.evictConnection(connection);
                if (PostgresqlErrors.isOutage(e)) {
                    // The others would each cost a call before it is noticed.
                    pool.getHikariPoolMXBean().softEvictConnections();
                }
                throw e;
            } finally {
                Kept left = done ? null : kept.remove(own);
                if (left != null) {
                    // What has been added and looked up in the transaction is gone with it.
                    left.forget();
                    own.rollback();
                }
            }
        }
    }

    /** Runs a query and commits what it did. */
    <T> T commit(Query<T> query) throws SQLException {
        return run((connection, session) -> {
            T result = query.run(session);
            connection.commit();
            return result;
        });
    }

    private Kept kept(Connection own) {
        Kept known = kept.get(own);
        if (known == null) {
            kept.keySet().removeIf(PostgresqlPool::isClosed);
            known = Kept.batching(own, distributed);
            kept.put(own, known);
        }
        return known;
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException _) {
            return true;
        }
    }

    void close() {
        pool.close();
    }
}
