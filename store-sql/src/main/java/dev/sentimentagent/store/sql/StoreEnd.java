package dev.sentimentagent.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that is copied from, or into. Thread-safe. */
public final class StoreEnd {
    private final String name;
    private final DataSource reading;
    private final DataSource writing;
    private final boolean server;

    private StoreEnd(String name, DataSource reading, DataSource writing, boolean server) {
        this.name = name;
        this.reading = reading;
        this.writing = writing;
        this.server = server;
    }

    /** A file that is there and that no other process uses. */
    public static StoreEnd sqlite(Path file) {
        Path there = file.toAbsolutePath().normalize();
        return new StoreEnd("sqlite:" + there, SqliteSettings.DEFAULT.reading(there), SqliteSettings.DEFAULT.writing(there), false);
    }

    /** @param password as {@link PostgresqlStore#open} takes it */
    public static StoreEnd postgresql(PostgresqlUrl url, @Nullable String password) {
        try {
            PGSimpleDataSource source = url.source(password);
            source.setProperty(PGProperty.REWRITE_BATCHED_INSERTS, "true");
            source.setTcpKeepAlive(true);
            return new StoreEnd(url.text(), source, source, true);
        } catch (SQLException e) {
            throw PostgresqlOpening.explain(url, e);
        }
    }

    /** A transaction that sees the same state until it ends. */
    Connection read() throws SQLException {
        Connection connection = reading.getConnection();
        if (server) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }
        connection.setAutoCommit(false);
        return connection;
    }

    Connection write() throws SQLException {
        Connection connection = writing.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Whether numbers that the database would give out itself must be insisted on. */
    boolean server() {
        return server;
    }

    /** Its address, without a password. */
    @Override
    public String toString() {
        return name;
    }
}
