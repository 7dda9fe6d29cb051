package dev.sentimentagent.model;

/** What items are counted by. */
public enum Dimension {
    /** Every item counts once, under its subreddit. */
    SUBREDDIT,
    /** An item counts under each tool it speaks of: none, one or several times. */
    TOOL,
    /** Every item that counts, under the method and version that scored it: {@link Score#scorer}. */
    METHOD,
    /** What bots wrote, under its subreddit: it counts here and nowhere else. */
    BOT,
    /** Items in a language that their scorer does not know, under their subreddit; they count as neutral in the other dimensions. */
    FOREIGN;

    /** Whether items stand under their subreddit, so that all names together make a whole. */
    public boolean bySubreddit() {
        return this == SUBREDDIT || this == BOT || this == FOREIGN;
    }
}
