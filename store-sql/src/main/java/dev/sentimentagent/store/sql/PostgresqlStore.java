package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Opens stores in PostgreSQL 14 or later, which several processes may have open at once. */
public final class PostgresqlStore {
    private PostgresqlStore() {}

    /**
     * Opens the store in a database that is there; creates the schema in an empty one, brings an older schema up to date.
     *
     * @param password null if none is needed, or if the driver is to look for it ({@code PGPASSFILE})
     * @param retries how calls that failed for a passing reason are tried again
     * @param time what they wait by
     * @param random spreads the waits
     * @throws StoreException at once, with one line that says what to do, if the server cannot be reached or does not let the user in, or the
     *     database is missing, belongs to another program, or was written by a later version of this one
     */
    public static Store open(PostgresqlUrl url, @Nullable String password, RetryPolicy retries, TimeSource time, RandomGenerator random) {
        return open(url, password, PostgresqlSettings.DEFAULT, retries, time, random);
    }

    /**
     * Opens the store to look at it: creates and migrates nothing.
     *
     * @throws StoreException as {@link #open} does, and if the schema is not the one that this program knows
     */
    public static Store openAsItIs(PostgresqlUrl url, @Nullable String password, RetryPolicy retries, TimeSource time,
            RandomGenerator random) {
        return new SqlStore(
                new Calls(PostgresqlDatabase.openAsItIs(url, password, PostgresqlSettings.DEFAULT), retries, time, random, Calls.SLOW));
    }

    static Store open(PostgresqlUrl url, @Nullable String password, PostgresqlSettings settings, RetryPolicy retries, TimeSource time,
            RandomGenerator random) {
        return new SqlStore(new Calls(PostgresqlDatabase.open(url, password, settings), retries, time, random, Calls.SLOW));
    }
}
