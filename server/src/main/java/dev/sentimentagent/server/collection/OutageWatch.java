package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Reason;

/**
 * Tells when a cycle had better end. While Reddit does not answer at all, every listing costs minutes of waiting for timeouts; after a
 * few subreddits in a row that gave nothing, the rest of them are left to the next cycle.
 */
final class OutageWatch {
    /** In a row. Fewer may be chance or neighbours that are private; more would make a cycle against a silent Reddit last too long. */
    private static final int CERTAIN = 3;

    private final int certain;
    private int inARow;

    /** @param subreddits how many the cycle has: if fewer than usual give nothing, that is all of them */
    OutageWatch(int subreddits) {
        this.certain = Math.min(CERTAIN, subreddits);
    }

    void saw(SubredditOutcome outcome) {
        inARow = outcome == SubredditOutcome.NOTHING ? inARow + 1 : 0;
    }

    /** Whether there is no use in asking Reddit for anything more in this cycle. */
    boolean certain() {
        return inARow >= certain;
    }

    /** What becomes of a subreddit that is not tried. */
    Incident notTried() {
        return new Incident(Reason.NOT_TRIED, "Reddit gave nothing for " + inARow + " subreddits in a row", 1);
    }
}
