package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

/** Opens stores in SQLite: one file (and two beside it while it is open), nothing to install. */
public final class SqliteStore {
    private SqliteStore() {}

    /**
     * Opens the store in a file; creates folder, file and schema where they are missing, brings an older schema up to date. It takes no
     * lock that keeps other processes out: its caller does.
     *
     * @param retries how calls that failed for a passing reason are tried again
     * @param time what they wait by
     * @param random spreads the waits
     * @throws StoreException at once, with one line that says what to do, if the file or its folder cannot be written, is no SQLite
     *     database, is damaged, belongs to another program, or was written by a later version of this one
     */
    public static Store open(Path file, RetryPolicy retries, TimeSource time, RandomGenerator random) {
        return open(file, SqliteSettings.DEFAULT, retries, time, random);
    }

    /**
     * Opens the store in a file that is there, to look at it: creates and migrates nothing.
     *
     * @throws StoreException as {@link #open} does, and if the schema is not the one that this program knows
     */
    public static Store openAsItIs(Path file, RetryPolicy retries, TimeSource time, RandomGenerator random) {
        Path database = requireNonNull(file, "file").toAbsolutePath().normalize();
        return new SqlStore(new Calls(SqliteDatabase.openAsItIs(database, SqliteSettings.DEFAULT), retries, time, random, Calls.SLOW));
    }

    /**
     * Copies a database as it is at one moment, while others may read and write it.
     *
     * @param copy must not exist
     * @throws StoreException if it cannot be read, or the copy not be written
     */
    public static void copy(Path file, Path copy) {
        try (Connection connection = SqliteSettings.DEFAULT.reading(file).getConnection();
                PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw SqliteOpening.explain(file, e);
        }
    }

    static Store open(Path file, SqliteSettings settings, RetryPolicy retries, TimeSource time, RandomGenerator random) {
        SqliteDatabase database = SqliteDatabase.open(requireNonNull(file, "file").toAbsolutePath().normalize(), settings);
        return new SqlStore(new Calls(database, retries, time, random, Calls.SLOW));
    }
}
