package dev.sentimentagent.model.store;

import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Jobs, of which at most one runs, also among several processes. Text that the database cannot hold is cleaned by {@link Texts#clean}; ids of
 * tools are of letters, digits and signs. What is written here does not move the version of the data, but what a job makes of items does.
 * Thread-safe; every method throws {@link StoreException}.
 */
public interface JobStore {
    /** Of those that have ended, so many are kept; the oldest go first. */
    int KEPT = 500;

    /**
     * Queues a job.
     *
     * @param job one that is queued
     * @param onlyIfIdle whether only if no other is queued or running
     * @return false if it was not, for that reason
     */
    boolean add(ReanalysisJob job, boolean onlyIfIdle);

    /** The job that runs (one that a process left behind, too); else the oldest that is queued, which is started with that. Empty if there is none. */
    Optional<ReanalysisJob> take(Instant now);

    /**
     * Writes what a running job has made of some items, and its progress, effect and errors. A store that can writes all of it at once;
     * another the items first, so that some may be looked at twice.
     *
     * @param batches that {@linkplain Batch#rescores rescore}
     * @return what came of each; empty, and nothing is written, if the job does not run any more
     */
    Optional<List<BatchResult>> advance(ReanalysisJob job, List<Batch> batches);

    /**
     * Ends a job.
     *
     * @param from the states in which it may be ended
     * @param to one that has ended
     * @param why is added to its errors; null for nothing
     * @return the job as it is now; empty, and nothing changes, if there is none of that id in such a state
     */
    Optional<ReanalysisJob> end(String id, Set<JobStatus> from, JobStatus to, Instant now, @Nullable JobError why);

    /** The job of that id. */
    Optional<ReanalysisJob> find(String id);

    /**
     * Jobs, the newest first, ties by id.
     *
     * @param status those in that state; null for all
     * @param limit 1 to 1000
     * @param offset how many are passed over, 0 or more
     */
    List<ReanalysisJob> list(@Nullable JobStatus status, int limit, int offset);

    /** How many there are in that state; null for all. */
    long count(@Nullable JobStatus status);
}
