package dev.sentimentagent.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a connection keeps from one call to the next: its prepared statements, and the names it has looked up. A call that fails may leave
 * neither as it was, so they are to be {@link #forget forgotten} then. Not thread-safe.
 */
final class Kept implements Session {
    private final Connection connection;
    private final boolean batches;
    private final boolean distributed;
    private final Map<String, Sql> statements = new HashMap<>();
    private Names names = new Names(this);
    private @Nullable LoadedNames loaded;

    Kept(Connection connection) {
        this(connection, false, false);
    }

    private Kept(Connection connection, boolean batches, boolean distributed) {
        this.connection = connection;
        this.batches = batches;
        this.distributed = distributed;
    }

    /** Of a connection to a server. */
    static Kept batching(Connection connection, boolean distributed) {
        return new Kept(connection, true, distributed);
    }

    @Override
    public Sql sql(String text) throws SQLException {
        Sql known = statements.get(text);
        if (known == null) {
            known = new Sql(connection.prepareStatement(text), batches);
            statements.put(text, known);
        }
        return known;
    }

    @Override
    public boolean batches() {
        return batches;
    }

    @Override
    public boolean distributed() {
        return distributed;
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public @Nullable LoadedNames loaded() {
        return loaded;
    }

    @Override
    public void load(@Nullable LoadedNames begun) {
        loaded = begun;
    }

    /** Closes all statements. What a load knows stays: that more may be stored than is does no harm. */
    void forget() throws SQLException {
        names = new Names(this);
        try {
            for (Sql statement : statements.values()) {
                statement.close();
            }
        } finally {
            statements.clear();
        }
    }
}
