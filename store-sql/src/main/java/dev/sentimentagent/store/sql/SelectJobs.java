package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SelectJobs(@Nullable JobStatus status, int limit, int offset) implements Query<List<ReanalysisJob>> {
    private static final String OF_STATUS = "WHERE status = ? ";
    private static final String IN_ORDER = "ORDER BY created_at DESC, job_id LIMIT ? OFFSET ?";

    SelectJobs {
        Limits.check(limit);
        if (offset < 0) {
            throw new IllegalArgumentException("an offset must not be negative: " + offset);
        }
    }

    @Override
    public List<ReanalysisJob> run(Session session) throws SQLException {
        Sql sql = session.sql(JobRow.SELECT + (status == null ? "" : OF_STATUS) + IN_ORDER);
        if (status != null) {
            sql.text(status.label());
        }
        return JobRow.list(session, sql.number(limit).number(offset));
    }
}
