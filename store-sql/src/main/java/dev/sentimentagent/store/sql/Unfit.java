package dev.sentimentagent.store.sql;

/** The database is in order, but not for this program. */
final class Unfit extends RuntimeException {
    private final String reason;

    /** @param reason what is the matter and what to do about it, after "cannot open the store X: " */
    Unfit(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
