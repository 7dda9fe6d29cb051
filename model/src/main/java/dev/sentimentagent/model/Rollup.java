package dev.sentimentagent.model;

import java.time.Instant;

/**
 * The tally of one hour, or of one day: of the items of a kind, created in it, under one name of a dimension. Deleted items do not count.
 */
public record Rollup(Key key, Tally tally) {
    /**
     * @param name the subreddit, the id of the tool, or the method, as its dimension has it
     * @param hour start of the hour, or of the day, UTC
     */
    public record Key(Dimension dimension, String name, ItemKind kind, Instant hour) {}
}
