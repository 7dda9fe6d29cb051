package dev.sentimentagent.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post or a comment as it was sighted at one moment.
 *
 * <p>A deleted item ({@link #deleted()}) carries neither author nor text: both implementations drop them on construction, so that what
 * was deleted cannot be stored by mistake.
 */
public sealed interface Item permits Post, Comment {
    /** Reddit's id without its type prefix, base 36. */
    String id();

    ItemKind kind();

    /** Name of the subreddit without {@code r/}, in Reddit's own spelling. */
    String subreddit();

    /** Name of the author; null if the account or the item was deleted. */
    @Nullable
    String author();

    /** When it was said, in whole seconds. */
    Instant createdUtc();

    /** When it was sighted, in milliseconds; as read from a store, when it was first sighted. */
    Instant collectedAt();

    /** Upvotes less downvotes as Reddit shows them (fuzzed), may be negative. */
    int upvotes();

    /** When the author last edited it; null if never. */
    @Nullable
    Instant editedAt();

    /** Whether the author or a moderator has deleted it. */
    boolean deleted();

    /** The text whose sentiment counts. */
    String text();

    /** Path of the item below Reddit's web address, beginning with a slash. */
    String permalink();

    /** The same item, sighted at another moment. */
    Item sightedAt(Instant moment);

    /** Reddit's unique id: type prefix and id. */
    default String fullname() {
        return kind().fullname(id());
    }
}
