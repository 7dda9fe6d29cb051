package dev.sentimentagent.model.store;

/**
 * What moved people about something: the posts it was mentioned in, by themselves or in a comment, each counted once.
 *
 * @param posts how many there are
 * @param comments sum of their comment counts as Reddit shows them
 * @param upvotes sum of their upvotes
 */
public record Engagement(long posts, long comments, long upvotes) {
    public static final Engagement NONE = new Engagement(0, 0, 0);
}
