package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Posts for tests. */
final class Posts {
    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private Posts() {}

    static Score score(double compound) {
        Sentiment sentiment = compound >= 0.05 ? Sentiment.POSITIVE : compound <= -0.05 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
        return new Score(sentiment, compound, 0, 0, 1, 1, "VADER", "test");
    }

    static PostActivity post(String id, String title, Duration age, int upvotes, int comments, String... toolIds) {
        return new PostActivity(id, "programming", title, NOW.minus(age), upvotes, comments, score(0), Set.of(toolIds));
    }

    /** A post of one day, with 100 upvotes and no comments. */
    static PostActivity post(String id, String title, String... toolIds) {
        return post(id, title, Duration.ofHours(24), 100, 0, toolIds);
    }
}
