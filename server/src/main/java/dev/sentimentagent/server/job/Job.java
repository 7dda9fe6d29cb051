package dev.sentimentagent.server.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again on a thread of its own: in its rhythm, and sooner when it is asked for; never twice at once. Nothing
 * that goes wrong in a run ends the job.
 *
 * <p>It waits by the machine's monotonic clock, so that a jump of the wall clock neither delays nor hurries a run. Thread-safe.
 */
public final class Job implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Job.class);

    /** A run that was interrupted ends soon, unless it hangs in native code, where nothing reaches it. */
    private static final Duration LAST_GRACE = Duration.ofSeconds(10);

    private final String name;
    private final Rhythm rhythm;
    private final Duration grace;
    private final Duration lastGrace;
    private final Work work;
    private final Consumer<Throwable> onFailure;
    private final LongSupplier nanoTime;
    private final Thread thread;
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile BooleanSupplier gate = () -> true;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private long nextRun;
    private boolean asked;
    private volatile boolean running;
    private volatile boolean stopping;
    private volatile long stoppingSince;

    /** What a job does, each time. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /**
     * A job that is not started yet.
     *
     * @param name of its thread, and in its metrics
     * @param grace how long a run may go on once the job was told to stop; then it is interrupted
     * @param onFailure is told, on the job's thread, of each run that ended in an exception
     */
    public Job(String name, Rhythm rhythm, Duration grace, Work work, Consumer<Throwable> onFailure) {
        this(name, rhythm, grace, LAST_GRACE, work, onFailure, System::nanoTime);
    }

    Job(
            String name,
            Rhythm rhythm,
            Duration grace,
            Duration lastGrace,
            Work work,
            Consumer<Throwable> onFailure,
            LongSupplier nanoTime) {
        this.name = name;
        this.rhythm = rhythm;
        this.grace = grace;
        this.lastGrace = lastGrace;
        this.work = work;
        this.onFailure = onFailure;
        this.nanoTime = nanoTime;
        this.nextRun = nanoTime.getAsLong() + rhythm.firstDelay().toNanos();
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** Leaves out each run that is due or asked for while the gate is closed. Before {@link #start}; returns this job. */
    public Job onlyWhile(BooleanSupplier open) {
        gate = open;
        return this;
    }

    public void start() {
        thread.start();
    }

    public String name() {
        return name;
    }

    /** Runs since the start, those that failed included. */
    public long runs() {
        return runs.get();
    }

    /** Runs since the start that ended in an exception. */
    public long failures() {
        return failures.get();
    }

    /** Whether a run goes on. */
    public boolean running() {
        return running;
    }

    /** Whether a run is due, or was asked for, that has not begun. */
    public boolean overdue() {
        lock.lock();
        try {
            return !stopping && !running && nanosToWait() <= 0;
        } finally {
            lock.unlock();
        }
    }

    /** Runs as soon as can be: at once, or when the run that goes on has ended. */
    public void hurry() {
        lock.lock();
        try {
            asked = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Runs after this time at the latest, by the machine's clock. */
    public void hurry(Duration within) {
        lock.lock();
        try {
            long latest = nanoTime.getAsLong() + within.toNanos();
            nextRun = latest - nextRun < 0 ? latest : nextRun;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was told to stop. */
    public boolean stopping() {
        return stopping;
    }

    /** Begins no more runs. Returns at once. */
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
    }

    /** Stops, and returns when the run that goes on has ended, or will not end. */
    @Override
    public void close() {
        stop();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        Duration left = grace.minusNanos(System.nanoTime() - stoppingSince);
        try {
            if (left.isPositive() && !thread.join(left)) {
                log.warn("{} still runs {} s after it was told to stop; a store that fails is not tried again", name, grace.toSeconds());
            }
            thread.interrupt();
            if (!thread.join(lastGrace)) {
                log.warn("{} does not end and is left behind; what was committed is kept", name);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs on the caller's thread if a run is due, and says whether it was: for tests, in the place of {@link #start}. */
    public boolean tick() {
        lock.lock();
        try {
            if (stopping || nanosToWait() > 0) {
                return false;
            }
            take();
        } finally {
            lock.unlock();
        }
        runOnce();
        return true;
    }

    private void run() {
        while (awaitDue()) {
            runOnce();
        }
    }

    private boolean awaitDue() {
        lock.lock();
        try {
            long wait = nanosToWait();
            while (!stopping && wait > 0) {
                try {
                    long _ = woken.awaitNanos(wait);
                } catch (InterruptedException _) {
                    // Of a run that has ended meanwhile, or of the last grace; whether to stop is looked at next.
                }
                wait = nanosToWait();
            }
            take();
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    private long nanosToWait() {
        return asked ? 0 : nextRun - nanoTime.getAsLong();
    }

    /** Takes the run that is asked for or due off the list. */
    private void take() {
        if (asked) {
            asked = false;
        } else if (rhythm.fixedRate()) {
            long step = rhythm.interval().toNanos();
            long now = nanoTime.getAsLong();
            nextRun += step;
            nextRun = nextRun - now <= 0 ? now + step : nextRun;
        }
    }

    private void runOnce() {
        running = true;
        if (!gate.getAsBoolean()) {
            pause();
            running = false;
            return;
        }
        try {
            work.run();
        } catch (Throwable e) {
            // An Error too: the job must outlive whatever one run meets.
            if (!(stopping && e instanceof InterruptedException)) {
                failures.incrementAndGet();
                report(e);
            }
        } finally {
            runs.incrementAndGet();
            pause();
            running = false;
        }
    }

    private void report(Throwable failure) {
        try {
            onFailure.accept(failure);
        } catch (Throwable e) {
            failure.addSuppressed(e);
            log.error("{} failed, and so did what was to say so", name, failure);
        }
    }

    private void pause() {
        if (rhythm.fixedRate()) {
            return;
        }
        lock.lock();
        try {
            nextRun = nanoTime.getAsLong() + rhythm.interval().toNanos();
        } finally {
            lock.unlock();
        }
    }
}
