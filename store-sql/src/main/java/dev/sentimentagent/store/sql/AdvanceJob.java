package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Items and progress in one transaction: after a {@code kill -9} the job goes on right after the last item that it has changed. */
record AdvanceJob(ReanalysisJob job, List<Batch> batches) implements Query<Optional<List<BatchResult>>> {
    AdvanceJob {
        batches = List.copyOf(batches);
    }

    @Override
    public Optional<List<BatchResult>> run(Session session) throws SQLException {
        return WriteJob.update(session, job, JobStatus.RUNNING.label())
                ? Optional.of(new Saving(session).save(batches))
                : Optional.empty();
    }

    /** Without the items' text. */
    @Override
    public String toString() {
        return "AdvanceJob[job=" + job.id() + ", batches=" + batches.size() + "]";
    }
}
