package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.Optional;

record SelectJob(String id) implements Query<Optional<ReanalysisJob>> {
    private static final String SQL = JobRow.SELECT + "WHERE job_id = ?";

    @Override
    public Optional<ReanalysisJob> run(Session session) throws SQLException {
        return JobRow.list(session, session.sql(SQL).text(Texts.clean(id))).stream().findFirst();
    }
}
