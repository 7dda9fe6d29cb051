package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.SubredditName;

/** A listing of a subreddit, in whatever spelling. */
record ListingKey(String subreddit, Listing listing) {
    ListingKey {
        subreddit = SubredditName.key(subreddit);
    }

    static ListingKey of(Coverage coverage) {
        return new ListingKey(coverage.subreddit(), coverage.listing());
    }
}
