package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a cycle soon after the start, then at a fixed rate, never two at once; a late or missed run is run once. Nothing that goes wrong in
 * a cycle ends the loop.
 *
 * <p>It waits by the machine's monotonic clock, so that a jump of the wall clock neither delays nor hurries a cycle. Thread-safe.
 */
public final class CollectionLoop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CollectionLoop.class);

    /** A clock that is put back further than this was wrong before. */
    private static final Duration CLOCK_CORRECTION = Duration.ofHours(2);

    /** A running batch may take this long once the loop has been told to stop; then a store that fails is not tried again. */
    private static final Duration GRACE = Duration.ofSeconds(12);

    private final CycleRunner runner;
    private final TimeSource time;
    private final Duration interval;
    private final CycleTotals totals = new CycleTotals();
    private final Runnable afterCycle;
    private final StopSignal stop = new StopSignal();
    private final Thread thread = Thread.ofPlatform().name("collection").unstarted(this::run);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    /** Start of the cycle that runs or was asked for; null between cycles. */
    private @Nullable Instant current;
    private Instant lastStart;
    /** When the next cycle is due, by the machine's monotonic clock; and by the service's clock, to be shown. */
    private long nextRun;
    private Instant nextStart;
    private boolean stopping;
    /** When it was told to stop, by the machine's monotonic clock. */
    private volatile long stoppingSince;

    /**
     * A loop that is not started yet.
     *
     * @param rssBytes resident set of the process, for the record of each cycle
     * @param afterCycle runs after each cycle, on the loop's thread
     */
    public CollectionLoop(
            Schedule schedule,
            RedditClient reddit,
            Store store,
            ItemAnalyzer analyzer,
            CommitListener listener,
            TimeSource time,
            LongSupplier rssBytes,
            Runnable afterCycle) {
        this.runner = new CycleRunner(schedule.subreddits(), reddit, store, analyzer, listener, time, stop, rssBytes);
        this.time = time;
        this.interval = schedule.interval();
        this.afterCycle = afterCycle;
        this.nextRun = System.nanoTime() + time.toReal(schedule.firstDelay()).toNanos();
        this.nextStart = time.instant().plus(schedule.firstDelay());
        this.lastStart = store.cycles().recent(1).stream().map(Cycle::startedAt).findFirst().orElse(Instant.EPOCH);
    }

    public void start() {
        thread.start();
    }

    /** How the cycles since the start ended. */
    public CycleTotals totals() {
        return totals;
    }

    /** Asks for a cycle now; returns its id, or empty if one is running or the loop is stopping. */
    public Optional<String> trigger() {
        lock.lock();
        try {
            if (current != null || stopping) {
                return Optional.empty();
            }
            Instant start = reserve();
            woken.signalAll();
            return Optional.of(Cycle.idOf(start));
        } finally {
            lock.unlock();
        }
    }

    /** When the next cycle starts; empty while one is running. */
    public Optional<Instant> nextStart() {
        lock.lock();
        try {
            return current == null ? Optional.of(nextStart) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Starts no more cycles, and lets a running one end after its running batch. Returns at once. */
    public void stop() {
        lock.lock();
        try {
            if (!stopping) {
                stopping = true;
                stoppingSince = System.nanoTime();
            }
            woken.signalAll();
        } finally {
            lock.unlock();
        }
        stop.stop();
    }

    /** Stops, and returns when the running cycle has been closed. */
    @Override
    public void close() {
        stop();
        Duration left = GRACE.minusNanos(System.nanoTime() - stoppingSince);
        try {
            thread.join(Math.max(1, left.toMillis()));
            if (thread.isAlive()) {
                log.warn("the running batch is not committed after {} s; a store that fails is not tried again", GRACE.toSeconds());
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Instant start = awaitStart();
        while (start != null) {
            runOne(start);
            start = awaitStart();
        }
    }

    private void runOne(Instant start) {
        try {
            totals.count(runner.run(start), Duration.between(start, time.instant()), runner.errors());
            afterCycle.run();
        } catch (Throwable e) {
            // An Error too: the loop must outlive whatever a cycle meets.
            log.error("a cycle failed; the loop keeps running and tries again in {}", interval, e);
            totals.countFailed();
        } finally {
            lock.lock();
            try {
                current = null;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits until a cycle is due or asked for; null if the loop stops. */
    private @Nullable Instant awaitStart() {
        lock.lock();
        try {
            while (!stopping && current == null) {
                long wait = nextRun - System.nanoTime();
                if (wait <= 0) {
                    reserve();
                    scheduleNext();
                } else {
                    try {
                        long _ = woken.awaitNanos(wait);
                    } catch (InterruptedException _) {
                        // Nobody may interrupt this thread but the stop signal, whose flag is looked at next.
                    }
                }
            }
            return stopping ? null : current;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The start of the next cycle: now, but later than the last one even if the clock has been put back a little, because ids and the
     * order of sightings follow from it.
     */
    private Instant reserve() {
        Instant now = time.instant();
        Instant earliest = lastStart.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        boolean putBack = now.isBefore(earliest) && Duration.between(now, earliest).compareTo(CLOCK_CORRECTION) < 0;
        lastStart = putBack ? earliest : now;
        current = lastStart;
        return lastStart;
    }

    private void scheduleNext() {
        long step = time.toReal(interval).toNanos();
        long now = System.nanoTime();
        nextRun += step;
        if (nextRun <= now) {
            // Runs were missed (a sleeping machine, cycles longer than the interval): the one that starts now makes up for all.
            nextRun = now + step;
        }
        nextStart = time.instant().plus(interval);
    }
}
