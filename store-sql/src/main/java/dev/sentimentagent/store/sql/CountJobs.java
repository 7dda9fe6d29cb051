package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.job.JobStatus;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

record CountJobs(@Nullable JobStatus status) implements Query<Long> {
    @Override
    public Long run(Session session) throws SQLException {
        return status == null
                ? session.sql("SELECT count(*) FROM job").only(Row::number)
                : session.sql("SELECT count(*) FROM job WHERE status = ?").text(status.label()).only(Row::number);
    }
}
