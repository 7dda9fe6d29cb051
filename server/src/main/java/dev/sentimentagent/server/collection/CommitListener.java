package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;

/** Is told of every batch after its commit, in order, on the thread that wrote it. */
@FunctionalInterface
public interface CommitListener {
    void committed(Batch batch, BatchResult result);
}
