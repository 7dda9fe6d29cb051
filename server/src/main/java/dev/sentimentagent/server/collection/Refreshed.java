package dev.sentimentagent.server.collection;

/** What a cycle did of the refreshes that were due. */
enum Refreshed {
    ALL,
    /** Not all; the rest is due again in the next cycle. */
    SOME,
    /** Not all, because of an exception on our side, most often the store's. */
    ERROR
}
