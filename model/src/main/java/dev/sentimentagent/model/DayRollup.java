package dev.sentimentagent.model;

import java.time.LocalDate;

/** The tally of one day of what retention has deleted: of the items of a kind, created on that day, under one name of a dimension. */
public record DayRollup(Key key, Tally tally) {
    /**
     * @param name the subreddit, or the id of the tool
     * @param day in UTC
     */
    public record Key(Dimension dimension, String name, ItemKind kind, LocalDate day) {}
}
