package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.JobStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record SqlJobStore(Access calls) implements JobStore {
    @Override
    public boolean add(ReanalysisJob job, boolean onlyIfIdle) {
        return calls.write(new AddJob(job, onlyIfIdle));
    }

    @Override
    public Optional<ReanalysisJob> take(Instant now) {
        return calls.write(new TakeJob(now));
    }

    @Override
    public Optional<List<BatchResult>> advance(ReanalysisJob job, List<Batch> batches) {
        return calls.write(new AdvanceJob(job, batches));
    }

    @Override
    public Optional<ReanalysisJob> end(String id, Set<JobStatus> from, JobStatus to, Instant now, @Nullable JobError why) {
        return calls.write(new EndJob(id, from, to, now, why));
    }

    @Override
    public Optional<ReanalysisJob> find(String id) {
        return calls.read(new SelectJob(id));
    }

    @Override
    public List<ReanalysisJob> list(@Nullable JobStatus status, int limit, int offset) {
        return calls.read(new SelectJobs(status, limit, offset));
    }

    @Override
    public long count(@Nullable JobStatus status) {
        return calls.read(new CountJobs(status));
    }
}
