package dev.sentimentagent.store.sql;

import java.io.IOException;
import java.sql.SQLException;

/**
 * What differs from one database to another: how connections are had, what its errors mean, how large it is. The SQL of the queries is
 * the same for all. Thread-safe.
 */
interface Database {
    /** What a failure says about trying again. */
    enum Failure {
        /** It can pass within seconds: try again. */
        PASSING,
        /** It can pass, but not before someone does something about it: give up now, a later call may succeed. */
        LASTING,
        /** The same call will never succeed. */
        PERMANENT
    }

    /** Name of the backend, such as {@code sqlite}. */
    String name();

    /** Whether a load may leave the indexes of the items off until its end ({@link PendingIndexes}). */
    default boolean putsOffIndexes() {
        return false;
    }

    /** Runs a query that changes nothing, on one consistent view of the data. */
    <T> T read(Query<T> query) throws SQLException;

    /** Runs a query and commits what it changed; if it throws, nothing is changed and the connection is as if it had never run. */
    <T> T write(Query<T> query) throws SQLException;

    /** Reads the data's version, waiting for no other call but a ping. */
    long ping() throws SQLException;

    Failure classify(SQLException failure);

    /** Size on disk in bytes, log included. */
    long sizeBytes() throws IOException;

    /** Lets go of all connections; no call may be running. */
    void close() throws SQLException;
}
