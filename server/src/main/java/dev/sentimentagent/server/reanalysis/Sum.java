package dev.sentimentagent.server.reanalysis;

import dev.sentimentagent.model.job.JobEffect;
import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.JobProgress;
import dev.sentimentagent.model.job.ReanalysisJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Progress and effect of a job, while it runs. Not thread-safe. */
final class Sum {
    private final Map<String, Long> tools;
    private final List<JobError> errors;
    private long total;
    private long processed;
    private @Nullable String lastItem;
    private long categorized;
    private long errorCount;
    private long changed;
    private long changedClass;

    Sum(ReanalysisJob job) {
        JobEffect effect = job.effect();
        tools = new HashMap<>(effect.tools());
        errors = new ArrayList<>(job.errors());
        total = job.progress().total();
        processed = job.progress().processed();
        lastItem = job.progress().lastItem();
        categorized = effect.categorized();
        errorCount = effect.errors();
        changed = effect.changed();
        changedClass = effect.changedClass();
    }

    void add(Looked looked) {
        looked.tools().forEach((tool, items) -> tools.merge(tool, (long) items, Long::sum));
        looked.errors().stream().limit(Math.max(0, ReanalysisJob.MAX_ERRORS - errors.size())).forEach(errors::add);
        processed += looked.items();
        lastItem = looked.last() == null ? lastItem : looked.last();
        categorized += looked.categorized();
        errorCount += looked.errors().size();
        changed += looked.changed().size();
        changedClass += looked.changedClass();
        // Items come and go while it runs; at the end it was all there was.
        total = looked.next() == null ? processed : Math.max(total, processed);
    }

    long processed() {
        return processed;
    }

    /** The job as it is now, at the given cursor. */
    ReanalysisJob of(ReanalysisJob job, String cursor, double itemsPerSecond) {
        Duration remaining = itemsPerSecond > 0 ? Duration.ofSeconds((long) Math.ceil((total - processed) / itemsPerSecond)) : null;
        return job.advanced(new JobProgress(total, processed, cursor, lastItem, remaining),
                new JobEffect(tools, categorized, processed - categorized, errorCount, changed, changedClass), errors);
    }
}
