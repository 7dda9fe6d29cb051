package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.job.JobEffect;
import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.JobProgress;
import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads whole jobs. */
final class JobRow {
    /** Begin of a query that {@link #list} reads. */
    static final String SELECT = """
            SELECT job_id, created_at, started_at, ended_at, status, automatic, triggered_by, reason, from_at, to_at, tool_ids, speaking_of,
                   rescores, batch_size, total, processed, next_cursor, last_item, remaining_s, categorized, uncategorized, errors, changed,
                   changed_class
            FROM job
            """;
    static final String TOOLS = "SELECT job_id, tool_id, items FROM job_tool WHERE job_id IN %s";
    static final String ERRORS = "SELECT job_id, item, error, at FROM job_error WHERE job_id IN %s ORDER BY job_id, position";
    private static final String SEPARATOR = "\n";

    private JobRow() {}

    /** The jobs that a query gives, with what is stored beside them. */
    static List<ReanalysisJob> list(Session session, Sql sql) throws SQLException {
        List<ReanalysisJob> jobs = sql.list(JobRow::job);
        List<String> ids = jobs.stream().map(ReanalysisJob::id).toList();
        Map<String, Map<String, Long>> tools = new HashMap<>();
        InList.each(session, TOOLS, ids, row -> tools.computeIfAbsent(row.text(), _ -> new HashMap<>()).put(row.text(), row.number()));
        Map<String, List<JobError>> errors = new HashMap<>();
        InList.each(session, ERRORS, ids, row -> errors.computeIfAbsent(row.text(), _ -> new ArrayList<>())
                .add(new JobError(row.text(), row.text(), Times.ofMillis(row.number()))));
        return jobs.stream().map(job -> {
            JobEffect effect = job.effect();
            return job.advanced(job.progress(), new JobEffect(tools.getOrDefault(job.id(), Map.of()), effect.categorized(),
                    effect.uncategorized(), effect.errors(), effect.changed(), effect.changedClass()),
                    errors.getOrDefault(job.id(), List.of()));
        }).toList();
    }

    /** One a line; null for none given. */
    static @Nullable String joined(@Nullable List<String> toolIds) {
        return toolIds == null ? null : String.join(SEPARATOR, toolIds);
    }

    private static ReanalysisJob job(Row row) throws SQLException {
        String id = row.text();
        Instant createdAt = Times.ofMillis(row.number());
        Instant startedAt = time(row);
        Instant endedAt = time(row);
        JobStatus status = JobStatus.valueOf(row.text().toUpperCase(Locale.ROOT));
        boolean automatic = row.number() != 0;
        String triggeredBy = row.text();
        String reason = row.textOrNull();
        Instant from = time(row);
        Instant to = time(row);
        String tools = row.textOrNull();
        String speakingOf = row.textOrNull();
        JobScope scope = new JobScope(from, to, tools == null ? null : split(tools), speakingOf, row.number() != 0, (int) row.number());
        return new ReanalysisJob(id, status, automatic, triggeredBy, reason, scope, progress(row),
                effect(row), List.of(), createdAt, startedAt, endedAt);
    }

    private static JobProgress progress(Row row) throws SQLException {
        long total = row.number();
        long processed = row.number();
        String cursor = row.textOrNull();
        String lastItem = row.textOrNull();
        Long remaining = row.numberOrNull();
        return new JobProgress(total, processed, cursor, lastItem, remaining == null ? null : Duration.ofSeconds(remaining));
    }

    private static JobEffect effect(Row row) throws SQLException {
        long categorized = row.number();
        long uncategorized = row.number();
        long errors = row.number();
        long changed = row.number();
        return new JobEffect(Map.of(), categorized, uncategorized, errors, changed, row.number());
    }

    private static List<String> split(String tools) {
        return tools.isEmpty() ? List.of() : Arrays.asList(tools.split(SEPARATOR));
    }

    private static @Nullable Instant time(Row row) throws SQLException {
        Long millis = row.numberOrNull();
        return millis == null ? null : Times.ofMillis(millis);
    }
}
