package dev.sentimentagent.store.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

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

    /** The names of all that is stored, as far as a load knows them; null where none goes on. */
    default @Nullable LoadedNames loaded() {
        return null;
    }

    /** Begins a load, or ends it with null. */
    default void load(@Nullable LoadedNames names) {
        throw new UnsupportedOperationException("not on this connection");
    }

    /** The names that items refer to by number. */
    default Names names() {
        return new Names(this);
    }
}
