package dev.sentimentagent.server.job;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells whether a job gets on: its runs begin when they are due, and one that goes on does some work. Thread-safe. */
public final class Headway {
    private final Job job;
    private final LongSupplier work;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private long lastWork;
    private long lastChange;

    /**
     * Watches from now on.
     *
     * @param work grows while a run gets on
     * @param patience how long a run may be overdue, or go on without any work, and the job still count as getting on
     */
    public Headway(Job job, LongSupplier work, Duration patience) {
        this(job, work, patience, System::nanoTime);
    }

    Headway(Job job, LongSupplier work, Duration patience, LongSupplier nanoTime) {
        this.job = job;
        this.work = work;
        this.patience = patience;
        this.nanoTime = nanoTime;
        this.lastChange = nanoTime.getAsLong();
    }

    /** To be asked at intervals much shorter than the patience: what happens between two questions counts as of the second. */
    public synchronized boolean made() {
        long now = nanoTime.getAsLong();
        long done = job.runs() + work.getAsLong();
        if (done != lastWork || (!job.running() && !job.overdue())) {
            lastWork = done;
            lastChange = now;
        }
        return now - lastChange < patience.toNanos();
    }
}
