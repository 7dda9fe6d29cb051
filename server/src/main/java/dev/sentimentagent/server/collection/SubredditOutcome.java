package dev.sentimentagent.server.collection;

/** What a cycle got of a subreddit. */
enum SubredditOutcome {
    /** Both listings, read to their end. */
    WHOLE,
    /** Not all, for a reason that says nothing about other subreddits. */
    INCOMPLETE,
    /** Not all, because of an exception on our side, most often the store's. */
    ERROR,
    /** Neither listing, for a reason that may hold for the next subreddit too. */
    NOTHING
}
