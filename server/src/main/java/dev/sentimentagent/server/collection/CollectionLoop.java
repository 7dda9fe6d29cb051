package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.reddit.RequestBudget;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.job.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a cycle soon after the start, then at a fixed rate, never two at once; a late or missed run is run once. Nothing that goes wrong in
 * a cycle ends the loop. Thread-safe.
 */
public final class CollectionLoop implements Collector, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CollectionLoop.class);

    /** A clock that is put back further than this was wrong before. */
    private static final Duration CLOCK_CORRECTION = Duration.ofHours(2);

    /** A running batch may take this long once the loop has been told to stop; then a store that fails is not tried again. */
    private static final Duration GRACE = Duration.ofSeconds(12);

    private final CycleRunner runner;
    private final RedditClient reddit;
    private final TimeSource time;
    private final Duration interval;
    private final CycleTotals totals = new CycleTotals();
    private final Runnable afterCycle;
    private final StopSignal stop = new StopSignal();
    private final Job job;

    private final ReentrantLock lock = new ReentrantLock();
    /** Start of the cycle that runs or was asked for; null between cycles. */
    private @Nullable Instant current;
    private Instant lastStart;
    /** When the next cycle is due, by the service's clock, to be shown. */
    private Instant nextStart;

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
            Supplier<ItemAnalyzer> analyzer,
            CommitListener listener,
            TimeSource time,
            LongSupplier rssBytes,
            Runnable afterCycle) {
        this.runner = new CycleRunner(schedule.subreddits(), reddit, store, analyzer, listener, time, stop, rssBytes);
        this.reddit = reddit;
        this.time = time;
        this.interval = schedule.interval();
        this.afterCycle = afterCycle;
        Rhythm rhythm = Rhythm.atRate(time.toReal(schedule.firstDelay()), time.toReal(schedule.interval()));
        this.job = new Job("collection", rhythm, GRACE, this::runOne, this::failed);
        this.nextStart = time.instant().plus(schedule.firstDelay());
        this.lastStart = store.cycles().recent(1).stream().map(Cycle::startedAt).findFirst().orElse(Instant.EPOCH);
    }

    public void start() {
        job.start();
    }

    /** What runs the cycles, to be watched. */
    public Job job() {
        return job;
    }

    /** How the cycles since the start ended. */
    public CycleTotals totals() {
        return totals;
    }

    @Override
    public boolean collects() {
        return true;
    }

    @Override
    public Optional<String> trigger() {
        lock.lock();
        try {
            if (current != null || job.stopping()) {
                return Optional.empty();
            }
            Instant start = reserve();
            job.hurry();
            return Optional.of(Cycle.idOf(start));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Instant> nextStart() {
        lock.lock();
        try {
            return current == null ? Optional.of(nextStart) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<RequestBudget> budget() {
        return reddit.budget();
    }

    /** Starts no more cycles, and lets a running one end after its running batch. Returns at once. */
    public void stop() {
        job.stop();
        stop.stop();
    }

    /** Stops, and returns when the running cycle has been closed. */
    @Override
    public void close() {
        stop();
        job.close();
    }

    /** Lets a running cycle end after its running batch; others may follow. */
    public void abandon() {
        lock.lock();
        try {
            if (current != null) {
                stop.stop();
            }
        } finally {
            lock.unlock();
        }
    }

    private void runOne() {
        Instant start = begin();
        try {
            totals.count(run(start), Duration.between(start, time.instant()));
            afterCycle.run();
        } finally {
            end();
        }
    }

    private CycleOutcome run(Instant start) {
        try {
            return runner.run(start);
        } catch (Throwable e) {
            totals.countFailed();
            throw e;
        }
    }

    private void failed(Throwable e) {
        log.error("a cycle failed; the loop keeps running and tries again in {}", interval, e);
    }

    /** The start of the cycle that was asked for; else of the one that is due. */
    private Instant begin() {
        lock.lock();
        try {
            if (current != null) {
                return current;
            }
            nextStart = time.instant().plus(interval);
            return reserve();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            current = null;
            if (!job.stopping()) {
                stop.reset();
            }
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
}
