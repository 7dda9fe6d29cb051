package dev.sentimentagent.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a post.
 *
 * @param postId id (without prefix) of the post it belongs to
 * @param parent fullname of what it answers: the post or another comment
 * @param body the text in Markdown; empty if deleted
 */
public record Comment(
        String id,
        String subreddit,
        @Nullable String author,
        String postId,
        String parent,
        String body,
        String permalink,
        Instant createdUtc,
        Instant collectedAt,
        int upvotes,
        @Nullable Instant editedAt,
        boolean deleted) implements Item {
    public Comment {
        requireNonNull(id, "id");
        requireNonNull(subreddit, "subreddit");
        requireNonNull(postId, "postId");
        requireNonNull(parent, "parent");
        requireNonNull(permalink, "permalink");
        requireNonNull(createdUtc, "createdUtc");
        requireNonNull(collectedAt, "collectedAt");
        // INVARIANT: nothing of a deleted item is kept.
        author = deleted ? null : author;
        body = deleted ? "" : requireNonNull(body, "body");
    }

    @Override
    public Comment sightedAt(Instant moment) {
        return new Comment(id, subreddit, author, postId, parent, body, permalink, createdUtc, moment, upvotes, editedAt, deleted);
    }

    @Override
    public ItemKind kind() {
        return ItemKind.COMMENT;
    }

    @Override
    public String text() {
        return body;
    }
}
