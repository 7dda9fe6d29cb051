package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.JobStore;
import java.sql.SQLException;
import java.util.List;

record AddJob(ReanalysisJob job, boolean onlyIfIdle) implements Query<Boolean> {
    private static final String OPEN = "SELECT count(*) FROM job WHERE status IN ('queued', 'running')";
    /** Old ones, which have ended. */
    private static final String FORGOTTEN = """
            SELECT job_id FROM job WHERE status NOT IN ('queued', 'running') ORDER BY created_at DESC, job_id DESC LIMIT 1000 OFFSET ?""";

    @Override
    public Boolean run(Session session) throws SQLException {
        if (onlyIfIdle && session.sql(OPEN).only(Row::number) > 0) {
            return false;
        }
        WriteJob.insert(session, job);
        for (String id : session.sql(FORGOTTEN).number(JobStore.KEPT).list(Row::text)) {
            for (String table : List.of("job_tool", "job_error", "job")) {
                session.sql("DELETE FROM " + table + " WHERE job_id = ?").text(id).update();
            }
        }
        return true;
    }
}
