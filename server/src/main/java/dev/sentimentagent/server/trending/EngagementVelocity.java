package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.PostActivity;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast a post engages people, in weighted upvotes and comments per hour: {@code (upvotes · 1 + comments · 3) / hours of age}, times
 * 1.5 for a post younger than 6 h and times 1.2 for one younger than 12 h. A post of exactly 6 h or 12 h belongs to the older class.
 */
final class EngagementVelocity {
    private static final double UPVOTE_WEIGHT = 1;
    private static final double COMMENT_WEIGHT = 3;
    private static final Duration FRESH = Duration.ofHours(6);
    private static final double FRESH_BOOST = 1.5;
    private static final Duration YOUNG = Duration.ofHours(12);
    private static final double YOUNG_BOOST = 1.2;
    /**
     * A younger post counts as this old. Over the first minutes the rate says nothing yet: the upvote that every author gives himself
     * would make 60 an hour of a post of one minute. A post has to earn its rate over an hour, whenever that is.
     */
    private static final Duration LEAST_AGE = Duration.ofHours(1);

    private EngagementVelocity() {}

    /** The velocity at a moment, 0 or more: a post voted below zero engages through its comments alone. */
    static double of(PostActivity post, Instant now) {
        Duration age = Duration.between(post.createdUtc(), now);
        if (age.compareTo(LEAST_AGE) < 0) {
            age = LEAST_AGE;
        }
        double engagement = UPVOTE_WEIGHT * Math.max(post.upvotes(), 0) + COMMENT_WEIGHT * Math.max(post.commentCount(), 0);
        double hours = age.toMillis() / (double) Duration.ofHours(1).toMillis();
        return engagement / hours * boost(age);
    }

    private static double boost(Duration age) {
        if (age.compareTo(FRESH) < 0) {
            return FRESH_BOOST;
        }
        return age.compareTo(YOUNG) < 0 ? YOUNG_BOOST : 1;
    }
}
