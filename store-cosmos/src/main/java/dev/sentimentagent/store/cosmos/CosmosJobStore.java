package dev.sentimentagent.store.cosmos;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each job a document; there are some hundreds at most. */
record CosmosJobStore(Access access) implements JobStore {
    private static final Comparator<ReanalysisJob> OLDEST_FIRST = comparing(ReanalysisJob::createdAt).thenComparing(ReanalysisJob::id);
    private static final Comparator<ReanalysisJob> NEWEST_FIRST = comparing(ReanalysisJob::createdAt).reversed()
            .thenComparing(ReanalysisJob::id);

    @Override
    public boolean add(ReanalysisJob job, boolean onlyIfIdle) {
        return access.write("job.add", writing -> {
            if (onlyIfIdle && access.records().count(Kinds.JOB, unended("VALUE COUNT(1)")) > 0) {
                return false;
            }
            if (found(job.id()).isPresent()) {
                throw new StoreException("add failed: there is a job " + job.id(), false, null);
            }
            put(writing, job);
            if (access.records().count(Kinds.JOB) > KEPT) {
                all(null).stream().filter(old -> old.status().ended()).sorted(NEWEST_FIRST).skip(KEPT)
                        .forEach(old -> writing.delete(Kinds.JOB, old.id()));
            }
            return true;
        });
    }

    @Override
    public Optional<ReanalysisJob> take(Instant now) {
        return access.write("job.take",
                writing -> oldest(JobStatus.RUNNING).or(() -> oldest(JobStatus.QUEUED).map(job -> put(writing, job.started(now)))));
    }

    /** All of it under one right to write; if it breaks off, some items have been looked at that are looked at once more. */
    @Override
    public Optional<List<BatchResult>> advance(ReanalysisJob job, List<Batch> batches) {
        return access.write("job.advance", Saving.partitions(batches),
                writing -> found(job.id()).filter(stored -> stored.status() == JobStatus.RUNNING).map(_ -> {
                    List<BatchResult> results = new ArrayList<>();
                    batches.forEach(batch -> results.add(new Saving(writing, batch).run()));
                    put(writing, job);
                    return results;
                }));
    }

    @Override
    public Optional<ReanalysisJob> end(String id, Set<JobStatus> from, JobStatus to, Instant now, @Nullable JobError why) {
        return access.write("job.end", writing -> found(id).filter(job -> from.contains(job.status()))
                .map(job -> put(writing, job.ended(to, Stream.concat(job.errors().stream(), Stream.ofNullable(why)).toList(), now))));
    }

    @Override
    public Optional<ReanalysisJob> find(String id) {
        return access.read("job.find", () -> found(id));
    }

    @Override
    public List<ReanalysisJob> list(@Nullable JobStatus status, int limit, int offset) {
        Limits.check(limit);
        if (offset < 0) {
            throw new IllegalArgumentException("an offset must not be negative: " + offset);
        }
        return access.read("job.list", () -> all(status).stream().sorted(NEWEST_FIRST).skip(offset).limit(limit).toList());
    }

    @Override
    public long count(@Nullable JobStatus status) {
        return access.read("job.count", () -> access.records().count(Kinds.JOB, of("VALUE COUNT(1)", status)));
    }

    private Optional<ReanalysisJob> found(String id) {
        return access.records().find(Kinds.JOB, Texts.clean(id), ReanalysisJob.class);
    }

    private List<ReanalysisJob> all(@Nullable JobStatus status) {
        return access.records().list(Kinds.JOB, of("*", status), ReanalysisJob.class);
    }

    private static Sought unended(String select) {
        return new Sought(select).in("c.status", List.of(JobStatus.QUEUED.name(), JobStatus.RUNNING.name()));
    }

    private static Sought of(String select, @Nullable JobStatus status) {
        Sought sought = new Sought(select);
        return status == null ? sought : sought.where("c.status = ?", status.name());
    }

    private Optional<ReanalysisJob> oldest(JobStatus status) {
        return all(status).stream().min(OLDEST_FIRST);
    }

    private static ReanalysisJob put(Writing writing, ReanalysisJob job) {
        ReanalysisJob clean = Clean.of(job);
        writing.put(Kinds.JOB, clean.id(), Json.object().put("status", clean.status().name()), clean);
        return clean;
    }
}
