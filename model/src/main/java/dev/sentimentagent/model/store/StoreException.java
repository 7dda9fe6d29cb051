package dev.sentimentagent.model.store;

import org.jspecify.annotations.Nullable;

/** A call to the database failed, and nothing of it was written. The message is one line, names the call, and holds no secret. */
public class StoreException extends RuntimeException {
    private final boolean transientFailure;

    public StoreException(String message, boolean transientFailure, @Nullable Throwable cause) {
        super(message, cause);
        this.transientFailure = transientFailure;
    }

    /** Whether the same call may succeed later (busy, connection lost), as opposed to one that never will (bad query, no permission). */
    public boolean isTransient() {
        return transientFailure;
    }
}
