package dev.sentimentagent.server.health;

import dev.sentimentagent.model.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the store for a sign of life again and again on a thread of its own, so that a question for the service's health never waits for a
 * store that hangs. Thread-safe.
 */
public final class StoreProbe implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StoreProbe.class);
    private static final Duration MAX_INTERVAL = Duration.ofSeconds(1);
    /** So many signs of life are asked for while the patience lasts: one that is late is not yet taken for none. */
    private static final int SIGNS = 5;

    private final Store store;
    private final LongConsumer versions;
    private final Duration patience;
    private final Duration interval;
    private final Thread thread = Thread.ofPlatform().daemon().name("store-probe").unstarted(this::run);
    private volatile Sign sign;
    private volatile boolean closed;

    /**
     * The last answer.
     *
     * @param at when it came, by {@link System#nanoTime}
     * @param failure why the store is unreachable; null if it answered
     */
    private record Sign(
            long at, Duration latency, Optional<Instant> lastSuccess, long sizeBytes, long dataVersion, @Nullable String failure) {}

    /**
     * What is known of the store.
     *
     * @param lastSuccess end of the last successful cycle, as read when the store last answered; as are its size and version
     * @param failure why it is unreachable; null if it is not
     */
    public record State(
            boolean connected,
            Duration latency,
            Optional<Instant> lastSuccess,
            long sizeBytes,
            long dataVersion,
            @Nullable String failure) {}

    /**
     * Asks once, then goes on in the background.
     *
     * @param versions takes the data's version with each answer; it may ask the store more, and fail as that does
     * @param patience a store that has not answered for this long counts as unreachable
     */
    public StoreProbe(Store store, Duration patience, LongConsumer versions) {
        this.versions = versions;
        this.store = store;
        this.patience = patience;
        Duration interval = patience.dividedBy(SIGNS);
        this.interval = interval.compareTo(MAX_INTERVAL) < 0 ? interval : MAX_INTERVAL;
        this.sign = ask(null);
        thread.start();
    }

    public State state() {
        Sign last = sign;
        Duration age = Duration.ofNanos(System.nanoTime() - last.at);
        String failure = last.failure;
        if (failure == null && age.compareTo(patience) > 0) {
            failure = String.format(Locale.ROOT, "the store has not answered for %.1f s", age.toMillis() / 1000.0);
        }
        return new State(failure == null, last.latency, last.lastSuccess, last.sizeBytes, last.dataVersion, failure);
    }

    /** Asks again at once instead of at the next turn: something was committed. */
    public void hurry() {
        LockSupport.unpark(thread);
    }

    /** Ends after the question that is being asked. */
    @Override
    public void close() {
        closed = true;
        // Cuts short the wait for the next turn, or for another try of a store that fails.
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, interval.toNanos());
            if (!closed) {
                Sign before = sign;
                sign = ask(before);
                if (!closed) {
                    report(before, sign);
                }
            }
        }
    }

    private Sign ask(@Nullable Sign before) {
        long start = System.nanoTime();
        try {
            long version = store.ping();
            Duration latency = Duration.ofNanos(System.nanoTime() - start);
            versions.accept(version);
            Optional<Instant> lastSuccess = store.cycles().lastSuccess();
            return new Sign(System.nanoTime(), latency, lastSuccess, store.sizeBytes(), version, null);
        } catch (Throwable e) {
            // An Error too: without the probe nobody would learn that the store is back.
            String failure = e.getMessage() == null ? e.toString() : e.getMessage();
            Duration latency = Duration.ofNanos(System.nanoTime() - start);
            return before == null
                    ? new Sign(System.nanoTime(), latency, Optional.empty(), 0, 0, failure)
                    : new Sign(System.nanoTime(), latency, before.lastSuccess, before.sizeBytes, before.dataVersion, failure);
        }
    }

    private static void report(Sign before, Sign now) {
        if (before.failure == null && now.failure != null) {
            log.error("the store is unreachable: {}", now.failure);
        } else if (before.failure != null && now.failure == null) {
            log.info("the store answers again");
        }
    }
}
