package dev.sentimentagent.standin;

/** The parts of Reddit's API that are stood in for. */
public enum Endpoint {
    /** {@code POST /api/v1/access_token}. */
    TOKEN,
    /** {@code GET /r/{name}/new}. */
    NEW,
    /** {@code GET /r/{name}/comments}. */
    COMMENTS,
    /** {@code GET /api/info}. */
    INFO,
    /** Anything else. */
    OTHER;

    boolean listing() {
        return this == NEW || this == COMMENTS;
    }
}
