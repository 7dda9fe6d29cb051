package dev.sentimentagent.model;

/**
 * By what a listing of a subreddit is looked up.
 *
 * @param subreddit as {@link SubredditName#key} has it, whatever the spelling it was made of
 */
public record ListingKey(String subreddit, Listing listing) {
    public ListingKey {
        subreddit = SubredditName.key(subreddit);
    }

    public static ListingKey of(Coverage coverage) {
        return new ListingKey(coverage.subreddit(), coverage.listing());
    }
}
