package dev.sentimentagent.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A submission to a subreddit.
 *
 * @param title its headline; empty if deleted
 * @param content the body in Markdown; empty for links and if deleted
 * @param url what it links to; for a text post its own address
 * @param commentCount number of comments as Reddit shows it
 */
public record Post(
        String id,
        String subreddit,
        @Nullable String author,
        String title,
        String content,
        String url,
        String permalink,
        Instant createdUtc,
        Instant collectedAt,
        int upvotes,
        int commentCount,
        @Nullable Instant editedAt,
        boolean deleted) implements Item {
    public Post {
        requireNonNull(id, "id");
        requireNonNull(subreddit, "subreddit");
        requireNonNull(createdUtc, "createdUtc");
        requireNonNull(collectedAt, "collectedAt");
        // INVARIANT: nothing of a deleted item is kept.
        author = deleted ? null : author;
        title = deleted ? "" : requireNonNull(title, "title");
        content = deleted ? "" : requireNonNull(content, "content");
        url = deleted ? "" : requireNonNull(url, "url");
        permalink = deleted ? "/comments/" + id + "/" : requireNonNull(permalink, "permalink");
    }

    @Override
    public Post sightedAt(Instant moment) {
        return new Post(
                id,
                subreddit,
                author,
                title,
                content,
                url,
                permalink,
                createdUtc,
                moment,
                upvotes,
                commentCount,
                editedAt,
                deleted);
    }

    @Override
    public ItemKind kind() {
        return ItemKind.POST;
    }

    /** Title and body together, a line break between them. */
    @Override
    public String text() {
        return content.isEmpty() ? title : title + "\n" + content;
    }
}
