package dev.sentimentagent.server.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sentimentagent.model.job.JobEffect;
import dev.sentimentagent.model.job.JobProgress;
import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.job.ReanalysisJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bodies about jobs, field for field as clients of the Python version read them, and some more. */
final class JobBodies {
    private JobBodies() {}

    /** What is asked for; {@code rescore} and {@code speaking_of} are ours. */
    record NewJobBody(@Nullable AskedRangeBody dateRange, @Nullable List<String> toolIds, @Nullable Integer batchSize,
            @Nullable Boolean rescore, @Nullable String speakingOf) {}

    record AskedRangeBody(@Nullable String start, @Nullable String end) {}

    record QueuedBody(String jobId, String status, long estimatedDocs, String message, String pollUrl) {}

    record JobsBody(List<JobBody> jobs, long totalCount, int limit, int offset) {}

    record OneJobBody(JobBody job) {}

    /** What the Python version answered, and all of the job beside it, as its client's types have it. */
    record JobStatusBody(String jobId, @JsonUnwrapped JobBody job) {}

    record CancelledBody(String jobId, String status, String cancelledBy, String message) {}

    record RangeBody(@Nullable Instant start, @Nullable Instant end) {}

    record ParametersBody(@Nullable RangeBody dateRange, @Nullable List<String> toolIds, int batchSize, boolean rescore,
            @Nullable String speakingOf) {
        static ParametersBody of(JobScope scope) {
            RangeBody range = scope.from() == null && scope.to() == null ? null : new RangeBody(scope.from(), scope.to());
            return new ParametersBody(range, scope.toolIds(), scope.batchSize(), scope.rescores(), scope.speakingOf());
        }
    }

    record ProgressBody(long totalCount, long processedCount, double percentage, @Nullable String lastCheckpointId,
            @Nullable Long estimatedTimeRemaining) {
        static ProgressBody of(JobProgress progress) {
            Duration remaining = progress.remaining();
            return new ProgressBody(progress.total(), progress.processed(), progress.percentage(), progress.lastItem(),
                    remaining == null ? null : remaining.toSeconds());
        }
    }

    record EffectBody(Map<String, Long> toolsDetected, long errorsCount, long categorizedCount, long uncategorizedCount, long changedCount,
            long changedClassCount, double changedClassPercentage) {
        static EffectBody of(JobEffect effect) {
            return new EffectBody(new TreeMap<>(effect.tools()), effect.errors(), effect.categorized(), effect.uncategorized(),
                    effect.changed(), effect.changedClass(), effect.changedClassPercentage());
        }
    }

    record ErrorEntryBody(String docId, String error, Instant timestamp) {}

    record JobBody(String id, String status, String triggerType, String triggeredBy, ParametersBody parameters, ProgressBody progress,
            EffectBody statistics, List<ErrorEntryBody> errorLog, @Nullable Instant startTime, @Nullable Instant endTime,
            Instant createdAt, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {
        static JobBody of(ReanalysisJob job) {
            return new JobBody(job.id(), job.status().label(), job.automatic() ? "automatic" : "manual", job.triggeredBy(),
                    ParametersBody.of(job.scope()), ProgressBody.of(job.progress()), EffectBody.of(job.effect()),
                    job.errors().stream().map(error -> new ErrorEntryBody(error.item(), error.error(), error.at())).toList(),
                    job.startedAt(), job.endedAt(), job.createdAt(), job.reason());
        }
    }

    record AllJobsBody(long noOrderBy, long withOrderBy, List<Long> activeCount, List<JobEntryBody> jobs) {}

    record JobEntryBody(String id, String status, Instant createdAt, boolean hasCreatedAt) {}
}
