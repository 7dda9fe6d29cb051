package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import java.sql.SQLException;
import java.util.List;

/** Batches in one transaction: it is on the disk once instead of once a batch, and so is each page that several of them change. */
record SaveBatches(List<Batch> batches) implements Query<List<BatchResult>> {
    SaveBatches {
        batches = List.copyOf(batches);
    }

    @Override
    public List<BatchResult> run(Session session) throws SQLException {
        return new Saving(session).save(batches);
    }

    /** Without the items' text. */
    @Override
    public String toString() {
        return "SaveBatches[batches=" + batches.size() + "]";
    }
}
