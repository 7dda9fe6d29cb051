package dev.sentimentagent.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes, one transaction at a time in the whole database: the first statement of each locks the row of the data's version. Thread-safe.
 *
 * <p>A connection that breaks while it commits leaves open whether it did. The next try of the same query asks the server what became of
 * that transaction, so that none is committed twice.
 *
 * <p>Writes nothing into a schema that is newer than this program: {@link dev.sentimentagent.model.store.SupersededException}.
 */
final class PostgresqlWriter {
    private static final String LOCK = "SELECT CAST(pg_current_xact_id() AS text), " + PostgresqlSchema.NEWEST
            + " FROM data_version FOR UPDATE";
    /** Null if it is so long ago that the server has forgotten it. */
    private static final String FATE = "SELECT pg_xact_status(CAST(? AS xid8))";

    /** A transaction whose end is not known, and what it would have given. */
    private record Doubt(Query<?> query, String transaction, Object result) {
        @SuppressWarnings("ReferenceEquality") // An equal one may be another attempt at the same, with a result of its own.
        boolean isOf(Query<?> other) {
            return query == other;
        }
    }

    private final PostgresqlPool pool;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Doubt doubt; // guarded by lock

    PostgresqlWriter(PostgresqlPool pool) {
        this.pool = pool;
    }

    <T> T write(Query<T> query) throws SQLException {
        lock.lock();
        try {
            Doubt last = doubt;
            if (last != null && last.isOf(query) && pool.run((connection, session) -> committed(connection, session, last))) {
                doubt = null;
                @SuppressWarnings("unchecked") // It is the result of the same query.
                T result = (T) last.result();
                return result;
            }
            doubt = null;
            return pool.run((connection, session) -> transact(connection, session, query));
        } finally {
            lock.unlock();
        }
    }

    private <T> T transact(Connection connection, Kept session, Query<T> query) throws SQLException {
        // A migration locks the table, so what is read after waiting for it is its version.
        String transaction = session.sql(LOCK).only(row -> {
            String id = row.text();
            PostgresqlSchema.requireWritable(row.number());
            return id;
        });
        T result = query.run(session);
        try {
            connection.commit();
        } catch (SQLException e) {
            if (PostgresqlErrors.isOutage(e)) {
                doubt = new Doubt(query, transaction, result);
            }
            throw e;
        }
        return result;
    }

    /** Waits for the end of the transaction by asking for its lock. */
    private static boolean committed(Connection connection, Kept session, Doubt doubt) throws SQLException {
        session.sql(LOCK).only(Row::text);
        boolean committed = session.sql(FATE).text(doubt.transaction()).only(row -> "committed".equals(row.textOrNull()));
        connection.rollback();
        return committed;
    }

    void close() {
        lock.lock();
        try {
            pool.close();
        } finally {
            lock.unlock();
        }
    }
}
