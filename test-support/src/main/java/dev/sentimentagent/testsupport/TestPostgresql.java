package dev.sentimentagent.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server for tests, with databases of their own. It writes nothing through to the disk, and ends with the tests' process.
 * Thread-safe.
 */
public final class TestPostgresql implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final class Shared {
        private static final TestPostgresql SERVER = start();
    }

    private final EmbeddedPostgres server;

    private TestPostgresql(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The one that all tests of a process share; it is never closed. */
    public static TestPostgresql shared() {
        return Shared.SERVER;
    }

    /** One more, for a test that harms it. */
    public static TestPostgresql start() {
        return start(Map.of());
    }

    /** The same with settings of its own. */
    public static TestPostgresql start(Map<String, String> settings) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "200");
        settings.forEach(builder::setServerConfig);
        try {
            return new TestPostgresql(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address of a new, empty database, as {@code STORE_URL} has it. */
    public String newDatabase() {
        return create("template0");
    }

    /** Address of a new database that is a copy of another, which nobody may use meanwhile. */
    public String copyOf(String url) {
        return create(url.substring(url.lastIndexOf('/') + 1));
    }

    private String create(String template) {
        String name = "test" + NUMBER.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE " + template + " ENCODING 'UTF8'");
        return "postgresql://postgres@localhost:" + server.getPort() + "/" + name;
    }

    /** A connection as the administrator to the database of that address. */
    public Connection connect(String url) throws SQLException {
        return server.getDatabase("postgres", url.substring(url.lastIndexOf('/') + 1)).getConnection();
    }

    /** Runs a statement as the administrator. */
    public void run(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
