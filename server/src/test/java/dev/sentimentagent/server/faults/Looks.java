package dev.sentimentagent.server.faults;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.standin.Snapshot;
import java.time.Duration;
import java.time.Instant;

/** What is to be the same of an item as Reddit shows it and as it is stored. */
record Looks(String fullname, String text, int upvotes, int commentCount, boolean gone) {
    /** Spec C5. */
    static final Duration REFRESHED = Duration.ofHours(48);

    static Looks of(Snapshot shown) {
        return switch (shown) {
            case Snapshot.PostSnapshot post -> new Looks(
                    post.fullname(),
                    post.gone() ? "" : post.text().isEmpty() ? post.title() : post.title() + "\n" + post.text(),
                    post.score(),
                    post.commentCount(),
                    post.gone());
            case Snapshot.CommentSnapshot comment -> new Looks(
                    comment.fullname(), comment.gone() ? "" : comment.text(), comment.score(), 0, comment.gone());
        };
    }

    /**
     * Without what need not be the same at once: posts older than two days are not asked for again, and comments a few times only.
     *
     * @param now what time it is on Reddit
     */
    Looks settled(Snapshot shown, Instant now) {
        boolean asked = shown instanceof Snapshot.PostSnapshot && shown.createdUtc().isAfter(now.minus(REFRESHED));
        boolean changed = shown.gone() || shown.editedAt() != null;
        return asked ? this : new Looks(fullname, changed ? "" : text, 0, 0, !changed && gone);
    }

    static Looks of(Item item) {
        int commentCount = switch (item) {
            case Post post -> post.commentCount();
            case Comment _ -> 0;
        };
        return new Looks(item.fullname(), item.text(), item.upvotes(), commentCount, item.deleted());
    }
}
