package dev.sentimentagent.store.sql;

import java.sql.SQLException;

/**
 * One question to, or one change of, the database; run in a transaction of its own, and again from the start after a transient failure.
 * Implementations are records: {@code toString} gives the name and the parameters for logs and so must not give text of items.
 */
interface Query<T> {
    T run(Session session) throws SQLException;

    /**
     * Whether no other write may run beside it, in this process or another: true for all that reads before it writes, or moves the data's version.
     * One of a single statement on a row of its own need not wait for a long one.
     */
    default boolean alone() {
        return true;
    }

    /** Whether it is no wonder that it takes seconds. */
    default boolean takesLong() {
        return false;
    }

    /** Name of the call in messages. */
    default String name() {
        return getClass().getSimpleName();
    }
}
