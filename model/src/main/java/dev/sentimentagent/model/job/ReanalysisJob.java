package dev.sentimentagent.model.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stored items are looked at again: their tools, and their scores if it is to rescore.
 *
 * @param automatic whether the service itself has asked for it, for the given reason; else somebody has
 * @param triggeredBy who asked for it
 * @param reason null unless it is automatic
 * @param errors the first {@value #MAX_ERRORS} of them, oldest first
 * @param createdAt in milliseconds, as the other two
 * @param startedAt null while it is queued
 * @param endedAt null until it has ended
 */
public record ReanalysisJob(String id, JobStatus status, boolean automatic, String triggeredBy, @Nullable String reason, JobScope scope,
        JobProgress progress, JobEffect effect, List<JobError> errors, Instant createdAt, @Nullable Instant startedAt,
        @Nullable Instant endedAt) {
    public static final int MAX_ERRORS = 100;

    public ReanalysisJob {
        requireNonNull(id, "id");
        errors = List.copyOf(errors);
    }

    /** One that is queued because somebody asked for it. */
    public static ReanalysisJob manual(String id, String triggeredBy, JobScope scope, long total, Instant now) {
        return new ReanalysisJob(id, JobStatus.QUEUED, false, triggeredBy, null, scope, JobProgress.of(total), JobEffect.NONE, List.of(),
                now, null, null);
    }

    /** One that is queued because of something that the service has noticed. */
    public static ReanalysisJob automatic(String id, String reason, JobScope scope, long total, Instant now) {
        return new ReanalysisJob(id, JobStatus.QUEUED, true, "system", reason, scope, JobProgress.of(total), JobEffect.NONE, List.of(), now,
                null, null);
    }

    /** The same, running. */
    public ReanalysisJob started(Instant now) {
        return new ReanalysisJob(id, JobStatus.RUNNING, automatic, triggeredBy, reason, scope, progress, effect, errors, createdAt, now,
                endedAt);
    }

    /** The same, further on. */
    public ReanalysisJob advanced(JobProgress reached, JobEffect sofar, List<JobError> met) {
        return new ReanalysisJob(id, status, automatic, triggeredBy, reason, scope, reached, sofar, met, createdAt, startedAt, endedAt);
    }

    /** The same, over. */
    public ReanalysisJob ended(JobStatus how, List<JobError> met, Instant now) {
        return new ReanalysisJob(id, how, automatic, triggeredBy, reason, scope, progress, effect, met, createdAt, startedAt, now);
    }
}
