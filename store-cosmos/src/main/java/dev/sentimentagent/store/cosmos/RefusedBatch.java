package dev.sentimentagent.store.cosmos;

import dev.sentimentagent.model.store.StoreException;

/** A batch was refused as a whole, and nothing of it was written. */
final class RefusedBatch extends StoreException {
    RefusedBatch(String what, int status) {
        super("writing " + what + " failed: Cosmos DB answers " + status, status == 408 || status == 429 || status == 449 || status >= 500,
                null);
    }
}
