package dev.sentimentagent.standin;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ItemKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How Reddit shows a post or a comment at one moment. A deleted or removed item is shown as Reddit does: its author and text are the
 * words {@code [deleted]} and {@code [removed]}.
 */
public sealed interface Snapshot {
    String DELETED = "[deleted]";
    String REMOVED = "[removed]";

    /** Base-36 id without type prefix. */
    String id();

    ItemKind kind();

    /** Name of the subreddit without {@code r/}. */
    String subreddit();

    /** Name of the author, {@value #DELETED} when Reddit hides it. */
    String author();

    Instant createdUtc();

    /** Upvotes less downvotes, fuzzed. */
    int score();

    /** When it was last edited; null if it never was. */
    @Nullable
    Instant editedAt();

    /** Body of the item in Markdown. */
    String text();

    default String fullname() {
        return kind().fullname(id());
    }

    /** Whether its author or a moderator has taken it away. */
    default boolean gone() {
        return text().equals(DELETED) || text().equals(REMOVED);
    }

    /**
     * A post.
     *
     * @param url what it links to; for a text post its own address
     * @param removedByCategory who took it away, such as {@code moderator}; null if nobody did
     * @param flair the label that its author chose; null for none
     */
    record PostSnapshot(
            String id,
            String subreddit,
            String author,
            String title,
            String text,
            String url,
            String permalink,
            Instant createdUtc,
            int score,
            double upvoteRatio,
            int commentCount,
            @Nullable Instant editedAt,
            @Nullable String removedByCategory,
            @Nullable String flair) implements Snapshot {
        public PostSnapshot {
            requireNonNull(id, "id");
            requireNonNull(subreddit, "subreddit");
            requireNonNull(author, "author");
            requireNonNull(title, "title");
            requireNonNull(text, "text");
            requireNonNull(url, "url");
            requireNonNull(permalink, "permalink");
            requireNonNull(createdUtc, "createdUtc");
        }

        @Override
        public ItemKind kind() {
            return ItemKind.POST;
        }

        /** Whether it consists of text, as opposed to a link. */
        public boolean isSelf() {
            return url.endsWith(permalink);
        }

        @Override
        public boolean gone() {
            return removedByCategory != null || Snapshot.super.gone();
        }
    }

    /**
     * A comment.
     *
     * @param postId id of the post it belongs to, without prefix
     * @param parent fullname of what it answers
     * @param submitter whether its author also wrote the post
     */
    record CommentSnapshot(
            String id,
            String subreddit,
            String author,
            String postId,
            String parent,
            String text,
            String permalink,
            Instant createdUtc,
            int score,
            @Nullable Instant editedAt,
            boolean submitter) implements Snapshot {
        public CommentSnapshot {
            requireNonNull(id, "id");
            requireNonNull(subreddit, "subreddit");
            requireNonNull(author, "author");
            requireNonNull(postId, "postId");
            requireNonNull(parent, "parent");
            requireNonNull(text, "text");
            requireNonNull(permalink, "permalink");
            requireNonNull(createdUtc, "createdUtc");
        }

        @Override
        public ItemKind kind() {
            return ItemKind.COMMENT;
        }
    }
}
