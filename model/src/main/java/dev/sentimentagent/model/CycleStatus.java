package dev.sentimentagent.model;

import java.util.Locale;

/** State of a collection cycle. */
public enum CycleStatus {
    RUNNING,
    /** Every subreddit was collected. */
    COMPLETED,
    /** Some subreddits failed. */
    PARTIAL,
    /** No subreddit was collected. */
    FAILED,
    /** The process ended before the cycle did. */
    INTERRUPTED;

    /** Lower-case name as the HTTP contract spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
