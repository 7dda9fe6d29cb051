package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.SupersededException;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.sql.Database.Failure;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to the database. Tries calls again that failed for a passing reason, tells of slow ones, turns failures into
 * {@link StoreException}, and lets {@link #close} wait for running calls. Thread-safe.
 *
 * <p>An interrupt does not break off a running statement or the wait for the writer (both are short, and a shutdown must still be able to
 * close its cycle); it ends the wait before the next try. The thread's interrupt flag is kept.
 */
final class Calls implements Access {
    static final Duration SLOW = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private interface Attempt<T> {
        T run() throws SQLException;
    }

    private final Database database;
    private final RetryPolicy retries;
    private final TimeSource time;
    private final RandomGenerator random;
    private final Duration slow;
    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();
    private volatile boolean closing;
    /** Whether the last write failed for good: the database may answer and still not take anything. */
    private volatile boolean writeFailed;
    private boolean closed; // guarded by running

    Calls(Database database, RetryPolicy retries, TimeSource time, RandomGenerator random, Duration slow) {
        this.database = requireNonNull(database, "database");
        this.retries = requireNonNull(retries, "retries");
        this.time = requireNonNull(time, "time");
        this.random = requireNonNull(random, "random");
        this.slow = requireNonNull(slow, "slow");
    }

    @Override
    public <T> T read(Query<T> query) {
        return call(query, () -> database.read(query));
    }

    @Override
    public <T> T write(Query<T> query) {
        try {
            T result = call(query, () -> database.write(query));
            writeFailed = false;
            return result;
        } catch (SupersededException e) {
            // The database takes writes, though not of this program.
            writeFailed = false;
            throw e;
        } catch (StoreException e) {
            writeFailed = true;
            throw e;
        }
    }

    /**
     * One try, which gives the data's version and waits for no other call; not even for {@link #close}. After a write that failed it tries to write too, so that it
     * tells when the database takes something again; that waits for a running write.
     */
    long ping() {
        if (!running.readLock().tryLock()) {
            throw closed("ping");
        }
        try {
            requireOpen("ping");
            long version = database.ping();
            if (writeFailed) {
                tryWriting();
            }
            return version;
        } catch (SQLException e) {
            throw failed("ping", 1, e, database.classify(e));
        } finally {
            running.readLock().unlock();
        }
    }

    private void tryWriting() throws SQLException {
        try {
            database.write(new TryWriting());
        } catch (SupersededException _) {
            // It would take those of another.
        }
        writeFailed = false;
    }

    boolean putsOffIndexes() {
        return database.putsOffIndexes();
    }

    String backend() {
        return database.name();
    }

    long sizeBytes() {
        try {
            return database.sizeBytes();
        } catch (IOException e) {
            throw new StoreException("sizeBytes failed: " + oneLine(e), true, e);
        }
    }

    void close() {
        closing = true;
        running.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                database.close();
            }
        } catch (SQLException e) {
            throw failed("close", 1, e, Failure.PERMANENT);
        } finally {
            running.writeLock().unlock();
        }
    }

    private <T> T call(Query<T> query, Attempt<T> attempt) {
        running.readLock().lock();
        try {
            requireOpen(query.name());
            long start = System.nanoTime();
            try {
                return persist(query, attempt);
            } finally {
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                if (took.compareTo(slow) >= 0 && !query.takesLong()) {
                    log.warn("Slow store call, {} ms: {}", took.toMillis(), query);
                }
            }
        } finally {
            running.readLock().unlock();
        }
    }

    private <T> T persist(Query<T> query, Attempt<T> attempt) {
        for (int failures = 1;; failures++) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                Failure failure = database.classify(e);
                if (failure != Failure.PASSING || failures >= retries.maxAttempts() || closing) {
                    throw failed(query.name(), failures, e, failure);
                }
                Duration delay = retries.delayAfter(failures, random);
                log.warn("Store call {} failed ({}), try {} of {} follows in {} ms", query.name(), oneLine(e), failures + 1,
                        retries.maxAttempts(), delay.toMillis());
                pause(delay, query, failures, e);
            }
        }
    }

    private void pause(Duration delay, Query<?> query, int failures, SQLException cause) {
        try {
            time.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cause.addSuppressed(e);
            throw failed(query.name(), failures, cause, Failure.PASSING);
        }
    }

    private void requireOpen(String call) {
        if (closed) {
            throw closed(call);
        }
    }

    private static StoreException closed(String call) {
        return new StoreException(call + " failed: the store is closed", false, null);
    }

    /** What the server or the driver said; what is thrown of a batch tells all its values, with the texts of items, and belongs in no log. */
    private static SQLException reason(SQLException e) {
        return e instanceof BatchUpdateException && e.getNextException() != null ? e.getNextException() : e;
    }

    private static StoreException failed(String call, int attempts, SQLException cause, Failure failure) {
        String tries = attempts == 1 ? "" : " after " + attempts + " tries";
        return new StoreException(call + " failed" + tries + ": " + oneLine(cause), failure != Failure.PERMANENT, reason(cause));
    }

    static String oneLine(Exception e) {
        String message = (e instanceof SQLException failure ? reason(failure) : e).getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
