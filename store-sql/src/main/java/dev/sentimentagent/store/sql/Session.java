package dev.sentimentagent.store.sql;

import java.sql.SQLException;

/** What a {@link Query} sees of its transaction. Not thread-safe; gone when the query ends. */
interface Session {
    /** The statement, ready for its first parameter. The session closes or keeps it. */
    Sql sql(String text) throws SQLException;

    /** Whether a round to the server costs so much that statements are better sent together: {@link Sql#queue} then collects. */
    default boolean batches() {
        return false;
    }

    /** Whether the items are spread over several nodes, so that not every question may be asked ({@link Citus}). */
    default boolean distributed() {
        return false;
    }

    /** The names that items refer to by number. */
    default Names names() {
        return new Names(this);
    }
}
