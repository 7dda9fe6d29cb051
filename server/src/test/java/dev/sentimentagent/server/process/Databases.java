package dev.sentimentagent.server.process;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.sql.SqliteStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.random.RandomGenerator;

/** A look at a service's database from outside. */
public final class Databases {
    private Databases() {}

    /** Opens the store of a service that has ended. */
    public static Store open(Path database) {
        return SqliteStore.open(database, RetryPolicy.NEVER, TimeSource.system(), RandomGenerator.getDefault());
    }

    /** A connection beside the service's own. */
    public static Connection connect(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database);
    }

    /** Number of items that are committed. */
    public static long items(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery("SELECT count(*) FROM item")) {
            return result.getLong(1);
        }
    }

    public static void execute(Path database, String sql) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection that keeps all others from writing until it is closed. */
    public static Connection lock(Path database) throws SQLException {
        Connection connection = connect(database);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("BEGIN IMMEDIATE");
        }
        return connection;
    }
}
