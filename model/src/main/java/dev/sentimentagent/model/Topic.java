package dev.sentimentagent.model;

import java.time.Instant;
import java.util.List;

/**
 * A group of posts about one thing that engage people now.
 *
 * @param postIds ids of its posts, the most engaging first
 * @param theme what it is about, for a human
 * @param keywords its telling words, the most telling first
 * @param engagementVelocity sum over its posts, in weighted upvotes and comments per hour
 * @param sentiment over its posts and their comments
 * @param peakTime creation time of its most engaging post
 * @param createdAt when it was computed
 */
public record Topic(
        String id,
        List<String> postIds,
        String theme,
        List<String> keywords,
        double engagementVelocity,
        Tally sentiment,
        Instant peakTime,
        Instant createdAt) {
    public Topic {
        postIds = List.copyOf(postIds);
        keywords = List.copyOf(keywords);
    }
}
