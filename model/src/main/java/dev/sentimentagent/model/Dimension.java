package dev.sentimentagent.model;

/** What items are counted by. */
public enum Dimension {
    /** Every item counts once, under its subreddit. */
    SUBREDDIT,
    /** An item counts under each tool it speaks of: none, one or several times. */
    TOOL
}
