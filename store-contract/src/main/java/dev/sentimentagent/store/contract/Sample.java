package dev.sentimentagent.store.contract;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sighting to be: begins as an ordinary one; each method gives a copy that differs in one thing. */
record Sample(
        ItemKind kind,
        String id,
        String subreddit,
        @Nullable String author,
        String title,
        String body,
        String postId,
        Instant created,
        Instant collected,
        int upvotes,
        int commentCount,
        @Nullable Instant edited,
        boolean gone,
        double compound,
        Set<String> toolIds) {
    private static final Duration DELAY = Duration.ofMinutes(10);

    static Sample post(String id) {
        return new Sample(ItemKind.POST, id, "Cursor", "ann", "Title of " + id, "Body of " + id, "", Contract.T0,
                Contract.T0.plus(DELAY), 5, 2, null, false, 0.6, Set.of("cursor"));
    }

    static Sample comment(String id, String postId) {
        return new Sample(ItemKind.COMMENT, id, "Cursor", "bob", "", "Words of " + id, postId, Contract.T0, Contract.T0.plus(DELAY), 1, 0,
                null, false, -0.4, Set.of("cursor"));
    }

    Sample subreddit(String name) {
        return new Sample(kind, id, name, author, title, body, postId, created, collected, upvotes, commentCount, edited, gone, compound,
                toolIds);
    }

    Sample author(@Nullable String name) {
        return new Sample(kind, id, subreddit, name, title, body, postId, created, collected, upvotes, commentCount, edited, gone,
                compound, toolIds);
    }

    Sample title(String text) {
        return new Sample(kind, id, subreddit, author, text, body, postId, created, collected, upvotes, commentCount, edited, gone,
                compound, toolIds);
    }

    Sample body(String text) {
        return new Sample(kind, id, subreddit, author, title, text, postId, created, collected, upvotes, commentCount, edited, gone,
                compound, toolIds);
    }

    /** Created then, collected ten minutes later. */
    Sample created(Instant time) {
        return new Sample(kind, id, subreddit, author, title, body, postId, time, time.plus(DELAY), upvotes, commentCount, edited, gone,
                compound, toolIds);
    }

    Sample collected(Instant time) {
        return new Sample(kind, id, subreddit, author, title, body, postId, created, time, upvotes, commentCount, edited, gone, compound,
                toolIds);
    }

    /** Sighted that much later. */
    Sample later(Duration by) {
        return collected(collected.plus(by));
    }

    Sample upvotes(int count) {
        return new Sample(kind, id, subreddit, author, title, body, postId, created, collected, count, commentCount, edited, gone,
                compound, toolIds);
    }

    Sample commentCount(int count) {
        return new Sample(kind, id, subreddit, author, title, body, postId, created, collected, upvotes, count, edited, gone, compound,
                toolIds);
    }

    Sample edited(@Nullable Instant time) {
        return new Sample(kind, id, subreddit, author, title, body, postId, created, collected, upvotes, commentCount, time, gone,
                compound, toolIds);
    }

    Sample deleted() {
        return new Sample(kind, id, subreddit, author, title, body, postId, created, collected, upvotes, commentCount, edited, true,
                compound, toolIds);
    }

    Sample compound(double value) {
        return new Sample(kind, id, subreddit, author, title, body, postId, created, collected, upvotes, commentCount, edited, gone,
                value, toolIds);
    }

    Sample tools(String... ids) {
        return new Sample(kind, id, subreddit, author, title, body, postId, created, collected, upvotes, commentCount, edited, gone,
                compound, Set.of(ids));
    }

    String fullname() {
        return kind.fullname(id);
    }

    Item item() {
        String permalink = "/r/" + subreddit + "/comments/" + (kind == ItemKind.POST ? id : postId + "/x/" + id) + "/";
        return switch (kind) {
            case POST -> new Post(id, subreddit, author, title, body, "https://example.org/" + id, permalink, created, collected, upvotes,
                    commentCount, edited, gone);
            case COMMENT -> new Comment(id, subreddit, author, postId, "t3_" + postId, body, permalink, created, collected, upvotes,
                    edited, gone);
        };
    }

    Score score() {
        Sentiment sentiment = compound >= 0.05 ? Sentiment.POSITIVE : compound <= -0.05 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
        return new Score(sentiment, compound, 0.25, 0.125, 0.625, Math.min(1, 2 * Math.abs(compound)), "VADER", "3.3.2");
    }

    ScoredItem scored() {
        return new ScoredItem(item(), score(), toolIds);
    }
}
