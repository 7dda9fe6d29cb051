package dev.sentimentagent.server;

import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.trending.Trending;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes the trending topics when a cycle has ended, and every hour in any case. Nothing that goes wrong ends it. Thread-safe. */
final class TrendingJob implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TrendingJob.class);
    private static final Duration INTERVAL = Duration.ofHours(1);
    /** A computation takes less; beyond that it waits for a store that fails. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Trending trending;
    private final TimeSource time;
    private final Thread thread = Thread.ofPlatform().name("trending").unstarted(this::run);
    private final AtomicLong failures = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean due;
    private boolean stopping;

    TrendingJob(Trending trending, TimeSource time) {
        this.trending = trending;
        this.time = time;
    }

    void start() {
        thread.start();
    }

    /** Computes soon, instead of within the hour. */
    void hurry() {
        signal(false);
    }

    /** Computations since the start that failed. */
    long failures() {
        return failures.get();
    }

    /** Begins no more computations. Returns at once. */
    void stop() {
        signal(true);
    }

    /** Stops, and returns after the computation that runs, if one does, and if the store lets it. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(GRACE.toMillis());
            thread.interrupt();
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void signal(boolean stop) {
        lock.lock();
        try {
            due = true;
            stopping |= stop;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (awaitDue()) {
            try {
                long start = System.nanoTime();
                int topics = trending.refresh().size();
                log.info("{} trending topics computed in {} ms", topics, Duration.ofNanos(System.nanoTime() - start).toMillis());
            } catch (Throwable e) {
                // An Error too: the job must outlive whatever one computation meets.
                failures.incrementAndGet();
                log.error("trending topics not computed, those stored before stay; tried again within an hour", e);
            }
            giveMemoryBack();
        }
    }

    /**
     * The work of a cycle ends here, and all it has allocated is garbage. Serial GC would rather let the old generation grow to its limit
     * than look for garbage in it; one full collection, of some 30 ms, lets the heap shrink to what is needed: docs/decisions.md has figures.
     */
    private static void giveMemoryBack() {
        System.gc();
    }

    private boolean awaitDue() {
        lock.lock();
        try {
            long left = time.toReal(INTERVAL).toNanos();
            while (!due && left > 0) {
                left = woken.awaitNanos(left);
            }
            due = false;
            return !stopping;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }
}
