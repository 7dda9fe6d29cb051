package dev.sentimentagent.model;

import java.time.Instant;
import java.util.Set;

/** The little of a post that trending looks at; no body and no author, so that a week of posts fits in memory. */
public record PostActivity(
        String id, String subreddit, String title, Instant createdUtc, int upvotes, int commentCount, Score score, Set<String> toolIds) {
    public PostActivity {
        toolIds = Set.copyOf(toolIds);
    }
}
