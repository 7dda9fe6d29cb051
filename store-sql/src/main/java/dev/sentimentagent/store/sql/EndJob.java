package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record EndJob(String id, Set<JobStatus> from, JobStatus to, Instant now, @Nullable JobError why) implements Query<Optional<ReanalysisJob>> {
    @Override
    public Optional<ReanalysisJob> run(Session session) throws SQLException {
        Optional<ReanalysisJob> found = new SelectJob(id).run(session).filter(job -> from.contains(job.status()));
        if (found.isEmpty()) {
            return found;
        }
        ReanalysisJob job = found.get();
        ReanalysisJob ended = job.ended(to, Stream.concat(job.errors().stream(), Stream.ofNullable(why)).toList(), now);
        WriteJob.update(session, ended, job.status().label());
        return Optional.of(ended);
    }
}
