package dev.sentimentagent.store.sql;

import com.zaxxer.hikari.HikariConfig;
import dev.sentimentagent.model.store.StoreException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL, which several processes may use at once: connections that read, one that writes, and two for signs of life and leases, which
 * wait for none of the others.
 */
final class PostgresqlDatabase implements Database {
    private static final String READING = "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; ";
    /** What is committed is on the disk, whatever the server does for others. */
    private static final String DURABLY = "SELECT set_config('synchronous_commit', 'on', false)"
            + " WHERE current_setting('synchronous_commit') = 'off'; ";
    private static final Query<Long> SIZE = session -> session.sql("SELECT pg_database_size(current_database())").only(Row::number);

    private final PostgresqlPool readers;
    private final PostgresqlWriter writer;
    private final PostgresqlPool brief;

    /** What comes before the first query. */
    @FunctionalInterface
    private interface Preparation {
        void prepare(PGSimpleDataSource source) throws SQLException;
    }

    private PostgresqlDatabase(PostgresqlUrl url, @Nullable String password, PostgresqlSettings settings) throws SQLException {
        Duration statement = settings.statementTimeout();
        Duration shortly = settings.briefTimeout();
        PGSimpleDataSource reading = source(url, password, statement);
        reading.setProperty(PGProperty.DEFAULT_ROW_FETCH_SIZE, Integer.toString(PostgresqlSettings.FETCHED));
        readers = new PostgresqlPool(reading,
                pool("readers", settings.readers(), settings.poolTimeout(), READING + timeouts(statement, statement)), url.citus());
        PGSimpleDataSource writing = source(url, password, statement);
        // The rows of a batch in one statement.
        writing.setProperty(PGProperty.REWRITE_BATCHED_INSERTS, "true");
        writer = new PostgresqlWriter(
                new PostgresqlPool(writing,
                        pool("writer", 1, settings.poolTimeout(), DURABLY + timeouts(statement, settings.idleTimeout())), url.citus()));
        brief = new PostgresqlPool(source(url, password, shortly), pool("brief", 2, shortly, timeouts(shortly, shortly)), url.citus());
    }

    /**
     * Opens and migrates the database.
     *
     * @throws StoreException if that fails, in one line that says what to do
     */
    static PostgresqlDatabase open(PostgresqlUrl url, @Nullable String password, PostgresqlSettings settings) {
        return open(url, password, settings, source -> {
            PostgresqlSchema.migrate(source);
            if (url.citus()) {
                Citus.distribute(source);
            }
        });
    }

    /** Opens a database that has the schema of this program. */
    static PostgresqlDatabase openAsItIs(PostgresqlUrl url, @Nullable String password, PostgresqlSettings settings) {
        return open(url, password, settings, PostgresqlSchema::require);
    }

    private static PostgresqlDatabase open(PostgresqlUrl url, @Nullable String password, PostgresqlSettings settings,
            Preparation preparation) {
        try {
            PGSimpleDataSource source = url.source(password);
            source.setConnectTimeout((int) PostgresqlSettings.CONNECT.toSeconds());
            preparation.prepare(source);
            return new PostgresqlDatabase(url, password, settings);
        } catch (SQLException | RuntimeException e) {
            throw PostgresqlOpening.explain(url, e);
        }
    }

    private static PGSimpleDataSource source(PostgresqlUrl url, @Nullable String password, Duration longest) throws SQLException {
        PGSimpleDataSource source = url.source(password);
        source.setConnectTimeout((int) PostgresqlSettings.CONNECT.toSeconds());
        source.setTcpKeepAlive(true);
        source.setSocketTimeout((int) longest.plus(PostgresqlSettings.MARGIN).toSeconds());
        return source;
    }

    private static HikariConfig pool(String name, int size, Duration timeout, String sql) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgresql-" + name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(timeout.toMillis());
        config.setConnectionInitSql(sql);
        return config;
    }

    private static String timeouts(Duration statement, Duration idle) {
        // Compiling a query costs more than any of ours gains by it.
        return "SET statement_timeout = %d; SET idle_in_transaction_session_timeout = %d; SET jit = off".formatted(statement.toMillis(),
                idle.toMillis());
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public <T> T read(Query<T> query) throws SQLException {
        return readers.commit(query);
    }

    @Override
    public <T> T write(Query<T> query) throws SQLException {
        return query.alone() ? writer.write(query) : brief.commit(query instanceof ReleaseLease ? query : session -> {
            session.sql("SELECT " + PostgresqlSchema.NEWEST).each(row -> PostgresqlSchema.requireWritable(row.number()));
            return query.run(session);
        });
    }

    @Override
    public long ping() throws SQLException {
        return brief.commit(new SelectDataVersion());
    }

    @Override
    public Failure classify(SQLException failure) {
        return PostgresqlErrors.classify(failure);
    }

    @Override
    public long sizeBytes() throws IOException {
        try {
            return brief.commit(SIZE);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        readers.close();
        brief.close();
        writer.close();
    }
}
