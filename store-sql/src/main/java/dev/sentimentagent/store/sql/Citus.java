package dev.sentimentagent.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Spreads the items over the nodes of a Citus cluster, by fullname; what is small, or is locked and counted by each write, stays on the
 * coordinator. {@code docs/data-model.md} says what that changes, and that it has not been run on a real cluster.
 */
final class Citus {
    private static final String SCRIPT = "/db/citus/distribute.sql";

    private Citus() {}

    /**
     * Does so once; nothing if it is done. To be called when the tables are there.
     *
     * @throws Unfit if the extension is not there
     */
    static void distribute(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            if (!is(statement, "SELECT to_regclass('pg_dist_partition') IS NOT NULL")) {
                throw new Unfit(
                        "citus=true, but the extension is not there; CREATE EXTENSION citus on all nodes, or leave the parameter out");
            }
            connection.setAutoCommit(false);
            // Instances that start at once wait for one another.
            statement.execute("LOCK TABLE data_version IN EXCLUSIVE MODE");
            if (!is(statement, "SELECT count(*) > 0 FROM pg_dist_partition WHERE logicalrelid = to_regclass('item')")) {
                statement.execute(script());
            }
            connection.commit();
        }
    }

    private static boolean is(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static String script() {
        try (InputStream script = Citus.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException(SCRIPT + " is not in the program");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
