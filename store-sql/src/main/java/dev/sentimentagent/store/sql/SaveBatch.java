package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SaveBatch(Batch batch) implements Query<BatchResult> {
    SaveBatch {
        requireNonNull(batch, "batch");
    }

    @Override
    public BatchResult run(Session session) throws SQLException {
        return new Saving(session).save(List.of(batch)).getFirst();
    }

    /** Without the items' text. */
    @Override
    public String toString() {
        @Nullable
        String cycle = batch.progress() == null ? null : batch.progress().cycleId();
        return "SaveBatch[items=" + batch.items().size() + ", cycle=" + cycle + "]";
    }
}
