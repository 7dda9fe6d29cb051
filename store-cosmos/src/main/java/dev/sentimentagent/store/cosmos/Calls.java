package dev.sentimentagent.store.cosmos;

import com.azure.cosmos.CosmosException;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Around each call: tries it again after a passing failure, turns failures into {@link StoreException}, adds up what it costs, and tells of slow ones.
 * Thread-safe.
 *
 * <p>What the client has been patient with itself (429, after its own tries) is not tried again here.
 */
final class Calls {
    private static final Logger log = LoggerFactory.getLogger(Calls.class);
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final int TOO_MANY_REQUESTS = 429;

    /** The call that a thread is in. */
    private static final ThreadLocal<@Nullable Running> RUNNING = new ThreadLocal<>();

    private static final class Running {
        final Calls of;
        double units;

        Running(Calls of) {
            this.of = of;
        }
    }

    private final Map<String, DoubleAdder> charges = new ConcurrentHashMap<>();
    private final RetryPolicy retries;
    private final TimeSource time;
    private final RandomGenerator random;
    private final AtomicBoolean closed = new AtomicBoolean();

    Calls(RetryPolicy retries, TimeSource time, RandomGenerator random) {
        this.retries = retries;
        this.time = time;
        this.random = random;
    }

    /** @param name of the call, for logs, errors and charges */
    <T> T call(String name, Supplier<T> call) {
        return call(name, retries, call);
    }

    /** The same, tried once. */
    <T> T once(String name, Supplier<T> call) {
        return call(name, RetryPolicy.NEVER, call);
    }

    private <T> T call(String name, RetryPolicy patience, Supplier<T> call) {
        Running outer = RUNNING.get();
        if (outer != null && outer.of == this) {
            return call.get();
        }
        Running running = new Running(this);
        RUNNING.set(running);
        long start = System.nanoTime();
        try {
            return persist(name, patience, call);
        } finally {
            RUNNING.set(outer);
            charges.computeIfAbsent(name, _ -> new DoubleAdder()).add(running.units);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (took.compareTo(SLOW) >= 0) {
                log.warn("Slow call of Cosmos DB, {} ms, {} request units: {}", took.toMillis(),
                        String.format(Locale.ROOT, "%.1f", running.units), name);
            }
        }
    }

    private <T> T persist(String name, RetryPolicy patience, Supplier<T> call) {
        for (int failures = 1;; failures++) {
            requireOpen(name);
            StoreException failed;
            boolean again;
            try {
                return call.get();
            } catch (CosmosException e) {
                failed = failure(name, e);
                again = failed.isTransient() && e.getStatusCode() != TOO_MANY_REQUESTS;
            } catch (Outdated e) {
                failed = new StoreException(name + " failed: " + e.getMessage(), true, e);
                again = true;
            } catch (RuntimeException e) {
                if (e.getCause() instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                    throw new StoreException(name + " failed: interrupted while it waited for an answer", true, e);
                }
                throw e;
            }
            if (!again || failures >= patience.maxAttempts()) {
                throw failed;
            }
            Duration delay = patience.delayAfter(failures, random);
            log.warn("Call {} of Cosmos DB failed ({}), try {} of {} follows in {} ms", name, failed.getMessage(), failures + 1,
                    patience.maxAttempts(), delay.toMillis());
            try {
                time.sleep(delay);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw failed;
            }
        }
    }

    static StoreException failure(String name, CosmosException e) {
        int status = e.getStatusCode();
        boolean passing = status == TOO_MANY_REQUESTS || status == 408 || status == 410 || status == 412 || status == 449 || status >= 500
                || status == 0;
        String what = e.getShortMessage() == null ? e.getClass().getSimpleName() : e.getShortMessage();
        String line = what.strip().replaceAll("\\s*\\R\\s*", " ");
        return new StoreException(name + " failed: Cosmos DB answers " + status + "/" + e.getSubStatusCode() + ": "
                + line.substring(0, Math.min(300, line.length())), passing, e);
    }

    /** Something has cost so many request units. */
    void charge(double units) {
        Running running = RUNNING.get();
        if (running != null && running.of == this) {
            running.units += units;
        }
    }

    Map<String, Double> charges() {
        Map<String, Double> sums = new TreeMap<>();
        charges.forEach((name, sum) -> sums.put(name, sum.sum()));
        return sums;
    }

    /** Lets no further call through; whether it was open. Running calls end with an error of the client. */
    boolean close() {
        return !closed.getAndSet(true);
    }

    private void requireOpen(String name) {
        if (closed.get()) {
            throw new StoreException(name + " failed: the store is closed", false, null);
        }
    }
}
