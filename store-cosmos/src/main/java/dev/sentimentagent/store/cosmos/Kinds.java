package dev.sentimentagent.store.cosmos;

/** What the documents of a container are, in their property {@code t}. */
final class Kinds {
    /** A post or comment. */
    static final String ITEM = "item";
    /** The rollups of a subreddit's day: one beside the items that it counts. */
    static final String DAY = "day";
    /** Which tools items had before a change of the catalogue, beside these items. */
    static final String RETAGGED = "retagged";

    /** Partitions of the second container. */
    static final String HEAD = "head";
    static final String CYCLE = "cycle";
    static final String COVERAGE = "coverage";
    static final String GAP = "gap";
    static final String TOPICS = "topics";
    static final String JOB = "job";
    static final String DETECTED = "detected";
    static final String CATALOGUE = "catalogue";
    static final String AUDIT = "audit";
    static final String MERGE = "merge";

    private Kinds() {}
}
