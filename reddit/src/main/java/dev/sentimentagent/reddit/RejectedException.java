package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Reason;

/** Says, inside the parser, that an item is rejected. Has no stack trace: a dump may hold millions of bad lines. */
final class RejectedException extends Exception {
    private final transient Rejection rejection;

    RejectedException(Reason reason, String detail) {
        super(detail, null, false, false);
        this.rejection = new Rejection(reason, detail);
    }

    Rejection rejection() {
        return rejection;
    }
}
