package dev.sentimentagent.model;

import java.time.Instant;
import java.util.Set;

/**
 * The little of a post that trending looks at; no body and no author, so that a week of posts fits in memory.
 *
 * @param bot whether a program wrote it: then its score counts nowhere
 */
public record PostActivity(
        String id, String subreddit, String title, Instant createdUtc, int upvotes, int commentCount, Score score, Set<String> toolIds,
        boolean bot) {
    public PostActivity {
        toolIds = Set.copyOf(toolIds);
    }

    /** One that a person wrote. */
    public PostActivity(String id, String subreddit, String title, Instant createdUtc, int upvotes, int commentCount, Score score,
            Set<String> toolIds) {
        this(id, subreddit, title, createdUtc, upvotes, commentCount, score, toolIds, false);
    }

    /** What it adds to the figures of what it stands in; nothing if it does not count. */
    public Tally tally() {
        return bot ? Tally.ZERO : Tally.of(score);
    }
}
