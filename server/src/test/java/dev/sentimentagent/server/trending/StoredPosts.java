package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.store.memory.MemoryStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store in memory with posts of which no more is told than trending sees. */
record StoredPosts(Store store) {
    StoredPosts() {
        this(new MemoryStore());
    }

    static StoredPosts of(Collection<PostActivity> posts) {
        StoredPosts stored = new StoredPosts();
        stored.add(posts);
        return stored;
    }

    void add(Collection<PostActivity> posts) {
        Batch.split(posts.stream().map(StoredPosts::stored).toList()).forEach(store.items()::save);
    }

    /** A comment on a post, an hour after it, with that compound score. */
    void addComment(String id, PostActivity post, double compound) {
        Instant at = post.createdUtc().plusSeconds(3600);
        Comment comment = new Comment(id, post.subreddit(), "ann", post.id(), "t3_" + post.id(), "words", "/c/", at, at, 1, null, false);
        store.items().save(Batch.of(List.of(new ScoredItem(comment, Posts.score(compound), Set.of()))));
    }

    Trending trending(Map<String, String> toolNames, Instant now) {
        return new Trending(store.items(), store.topics(), () -> toolNames, InstantSource.fixed(now));
    }

    private static ScoredItem stored(PostActivity post) {
        return new ScoredItem(
                new Post(post.id(), post.subreddit(), "ann", post.title(), "", "https://example.org/", "/p/", post.createdUtc(),
                        post.createdUtc(), post.upvotes(), post.commentCount(), null, false),
                post.score(), post.toolIds());
    }
}
