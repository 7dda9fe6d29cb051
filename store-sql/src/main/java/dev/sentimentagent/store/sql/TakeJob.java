package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

record TakeJob(Instant now) implements Query<Optional<ReanalysisJob>> {
    private static final String OLDEST = JobRow.SELECT + "WHERE status = ? ORDER BY created_at, job_id LIMIT 1";

    @Override
    public Optional<ReanalysisJob> run(Session session) throws SQLException {
        Optional<ReanalysisJob> running = oldest(session, JobStatus.RUNNING);
        if (running.isPresent()) {
            return running;
        }
        Optional<ReanalysisJob> started = oldest(session, JobStatus.QUEUED).map(job -> job.started(now));
        if (started.isPresent() && !WriteJob.update(session, started.get(), JobStatus.QUEUED.label())) {
            // Another process was faster.
            return Optional.empty();
        }
        return started;
    }

    private static Optional<ReanalysisJob> oldest(Session session, JobStatus status) throws SQLException {
        return JobRow.list(session, session.sql(OLDEST).text(status.label())).stream().findFirst();
    }
}
