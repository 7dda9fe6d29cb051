package dev.sentimentagent.server.reanalysis;

import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What jobs have done since the start of the process. Thread-safe. */
public final class ReanalysisFigures {
    private final AtomicLong processed = new AtomicLong();
    private final AtomicLong changed = new AtomicLong();
    private final AtomicLong changedClass = new AtomicLong();
    private final Map<JobStatus, AtomicLong> ended = new EnumMap<>(JobStatus.class);
    private volatile @Nullable ReanalysisJob running;

    ReanalysisFigures() {
        for (JobStatus status : JobStatus.values()) {
            ended.put(status, new AtomicLong());
        }
    }

    /** Notes how far a job is by now, or where it goes on. */
    synchronized void reached(ReanalysisJob job) {
        ReanalysisJob before = running;
        if (before != null && before.id().equals(job.id())) {
            processed.addAndGet(job.progress().processed() - before.progress().processed());
            changed.addAndGet(job.effect().changed() - before.effect().changed());
            changedClass.addAndGet(job.effect().changedClass() - before.effect().changedClass());
        }
        running = job;
    }

    void idle() {
        running = null;
    }

    void ended(JobStatus how) {
        of(how).incrementAndGet();
    }

    /** Items looked at. */
    public long processed() {
        return processed.get();
    }

    /** Items that got another score or other tools. */
    public long changed() {
        return changed.get();
    }

    /** Those of them that are of another class now. */
    public long changedClass() {
        return changedClass.get();
    }

    /** Jobs that ended so. */
    public long endedSo(JobStatus how) {
        return of(how).get();
    }

    /** How far the job is that runs here, 0 to 1; NaN if none does. */
    public double progress() {
        ReanalysisJob job = running;
        return job == null ? Double.NaN : job.progress().percentage() / 100;
    }

    private AtomicLong of(JobStatus status) {
        AtomicLong count = ended.get(status);
        if (count == null) {
            throw new IllegalStateException("every status is counted");
        }
        return count;
    }
}
