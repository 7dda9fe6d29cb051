package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Reason;

/** How far a failure reaches: what else would meet it if it were asked for now. */
enum FailureScope {
    /** Perhaps nothing else. */
    REQUEST,
    /** Every listing of the subreddit. */
    SUBREDDIT,
    /** Everything: Reddit, the way to it, or what it thinks of our credential. */
    REDDIT;

    static FailureScope of(Reason reason) {
        return switch (reason) {
            case PRIVATE, BANNED, QUARANTINED, RENAMED -> SUBREDDIT;
            case UNAUTHORIZED, RATE_LIMITED, TIMED_OUT, UNREACHABLE, NOT_TRIED -> REDDIT;
            case SERVER_ERROR, REFUSED, MALFORMED, EMPTY_PAGE, REPEATED_PAGE -> REQUEST;
            case MISSING_FIELD, WRONG_TYPE, INVALID_VALUE, OVERSIZED, UNKNOWN_KIND, BAD_JSON -> REQUEST;
            case STORE_FAILED, INTERNAL_ERROR, LISTING_CAP, OTHER -> REQUEST;
        };
    }
}
