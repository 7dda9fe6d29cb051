package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.job.JobEffect;
import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.JobProgress;
import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the rows of jobs. */
final class WriteJob {
    private static final String INSERT = """
            INSERT INTO job (job_id, created_at, automatic, triggered_by, reason, from_at, to_at, tool_ids, speaking_of, rescores, batch_size,
                             status, started_at, ended_at, total, processed, next_cursor, last_item, remaining_s,
                             categorized, uncategorized, errors, changed, changed_class)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE job
            SET status = ?, started_at = ?, ended_at = ?, total = ?, processed = ?, next_cursor = ?, last_item = ?, remaining_s = ?,
                categorized = ?, uncategorized = ?, errors = ?, changed = ?, changed_class = ?
            WHERE job_id = ? AND status = ?""";
    private static final String TOOL = """
            INSERT INTO job_tool (job_id, tool_id, items) VALUES (?, ?, ?)
            ON CONFLICT (job_id, tool_id) DO UPDATE SET items = excluded.items""";
    private static final String ERROR = """
            INSERT INTO job_error (job_id, position, item, error, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (job_id, position) DO NOTHING""";

    private WriteJob() {}

    static void insert(Session session, ReanalysisJob job) throws SQLException {
        JobScope scope = job.scope();
        Sql insert = session.sql(INSERT)
                .text(Texts.clean(job.id()))
                .number(Times.millis(job.createdAt()))
                .number(job.automatic() ? 1 : 0)
                .text(Texts.clean(job.triggeredBy()))
                .text(clean(job.reason()))
                .number(millis(scope.from()))
                .number(millis(scope.to()))
                .text(clean(JobRow.joined(scope.toolIds())))
                .text(clean(scope.speakingOf()))
                .number(scope.rescores() ? 1 : 0)
                .number(scope.batchSize());
        contents(insert, job).update();
        beside(session, job);
    }

    /** Writes what may change of a job, if it is stored in that state; whether it is. */
    static boolean update(Session session, ReanalysisJob job, String from) throws SQLException {
        if (contents(session.sql(UPDATE), job).text(Texts.clean(job.id())).text(from).update() == 0) {
            return false;
        }
        beside(session, job);
        return true;
    }

    private static Sql contents(Sql sql, ReanalysisJob job) throws SQLException {
        JobProgress progress = job.progress();
        JobEffect effect = job.effect();
        Duration remaining = progress.remaining();
        return sql.text(job.status().label())
                .number(millis(job.startedAt()))
                .number(millis(job.endedAt()))
                .number(progress.total())
                .number(progress.processed())
                .text(progress.cursor())
                .text(progress.lastItem())
                .number(remaining == null ? null : (Long) remaining.toSeconds())
                .number(effect.categorized())
                .number(effect.uncategorized())
                .number(effect.errors())
                .number(effect.changed())
                .number(effect.changedClass());
    }

    private static void beside(Session session, ReanalysisJob job) throws SQLException {
        String id = Texts.clean(job.id());
        for (Map.Entry<String, Long> tool : job.effect().tools().entrySet()) {
            session.sql(TOOL).text(id).text(tool.getKey()).number(tool.getValue()).queue();
        }
        if (session.batches()) {
            session.sql(TOOL).flush();
        }
        List<JobError> errors = job.errors();
        for (int i = 0; i < errors.size(); i++) {
            JobError error = errors.get(i);
            session.sql(ERROR).text(id).number(i).text(Texts.clean(error.item())).text(Texts.clean(error.error()))
                    .number(Times.millis(error.at())).update();
        }
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : Times.millis(time);
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : Texts.clean(text);
    }
}
