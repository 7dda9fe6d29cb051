package dev.sentimentagent.store.memory;

import static java.util.Comparator.comparing;

import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.JobStore;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.model.store.sighting.Clean;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record MemoryJobStore(MemoryStore store) implements JobStore {
    private static final Comparator<ReanalysisJob> OLDEST_FIRST = comparing(ReanalysisJob::createdAt)
            .thenComparing(ReanalysisJob::id);
    private static final Comparator<ReanalysisJob> NEWEST_FIRST = comparing(ReanalysisJob::createdAt).reversed()
            .thenComparing(ReanalysisJob::id);

    @Override
    public boolean add(ReanalysisJob job, boolean onlyIfIdle) {
        return store.write(() -> {
            if (onlyIfIdle && jobs().anyMatch(other -> !other.status().ended())) {
                return false;
            }
            if (store.data().jobs.putIfAbsent(Texts.clean(job.id()), Clean.of(job)) != null) {
                throw new StoreException("add failed: there is a job " + job.id(), false, null);
            }
            jobs().filter(old -> old.status().ended()).sorted(NEWEST_FIRST).skip(KEPT).toList()
                    .forEach(old -> store.data().jobs.remove(old.id()));
            return true;
        });
    }

    @Override
    public Optional<ReanalysisJob> take(Instant now) {
        return store.write(() -> oldest(JobStatus.RUNNING).or(() -> oldest(JobStatus.QUEUED).map(job -> put(job.started(now)))));
    }

    @Override
    public Optional<List<BatchResult>> advance(ReanalysisJob job, List<Batch> batches) {
        return store.write(() -> found(job.id()).filter(stored -> stored.status() == JobStatus.RUNNING).map(_ -> {
            put(job);
            return batches.stream().map(batch -> new Saving(store.data(), batch).run()).toList();
        }));
    }

    @Override
    public Optional<ReanalysisJob> end(String id, Set<JobStatus> from, JobStatus to, Instant now, @Nullable JobError why) {
        return store.write(() -> found(id).filter(job -> from.contains(job.status()))
                .map(job -> put(job.ended(to, Stream.concat(job.errors().stream(), Stream.ofNullable(why)).toList(), now))));
    }

    @Override
    public Optional<ReanalysisJob> find(String id) {
        return store.call(() -> found(id));
    }

    @Override
    public List<ReanalysisJob> list(@Nullable JobStatus status, int limit, int offset) {
        Slices.checkLimit(limit);
        if (offset < 0) {
            throw new IllegalArgumentException("an offset must not be negative: " + offset);
        }
        return store.call(() -> of(status).sorted(NEWEST_FIRST).skip(offset).limit(limit).toList());
    }

    @Override
    public long count(@Nullable JobStatus status) {
        return store.call(() -> of(status).count());
    }

    private Optional<ReanalysisJob> found(String id) {
        return Optional.ofNullable(store.data().jobs.get(Texts.clean(id)));
    }

    private Stream<ReanalysisJob> jobs() {
        return store.data().jobs.values().stream();
    }

    private Stream<ReanalysisJob> of(@Nullable JobStatus status) {
        return jobs().filter(job -> status == null || job.status() == status);
    }

    private Optional<ReanalysisJob> oldest(JobStatus status) {
        return of(status).min(OLDEST_FIRST);
    }

    private ReanalysisJob put(ReanalysisJob job) {
        ReanalysisJob clean = Clean.of(job);
        store.data().jobs.put(clean.id(), clean);
        return clean;
    }
}
