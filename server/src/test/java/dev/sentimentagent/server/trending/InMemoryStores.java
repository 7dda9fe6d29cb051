package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.model.store.TopicStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Posts, tallies of their comments, and topics, kept in memory; what trending has no use for is refused. */
final class InMemoryStores implements ItemStore, TopicStore {
    private final List<PostActivity> posts = new ArrayList<>();
    private final Map<String, Tally> commentTallies = new HashMap<>();
    private List<Topic> topics = List.of();

    InMemoryStores with(Collection<PostActivity> more) {
        posts.addAll(more);
        return this;
    }

    InMemoryStores withComments(String postId, Tally tally) {
        commentTallies.put(postId, tally);
        return this;
    }

    @Override
    public List<PostActivity> activity(Window created) {
        return posts.stream().filter(post -> created.contains(post.createdUtc())).toList();
    }

    @Override
    public Map<String, Tally> commentTallies(Collection<String> postIds) {
        Map<String, Tally> found = new HashMap<>(commentTallies);
        found.keySet().retainAll(Set.copyOf(postIds));
        return found;
    }

    @Override
    public void replace(List<Topic> replacement) {
        topics = List.copyOf(replacement);
    }

    @Override
    public List<Topic> topics(int limit) {
        return topics.stream().limit(limit).toList();
    }

    @Override
    public BatchResult save(Batch batch) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> known(Collection<ItemKey> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ScoredItem> find(ItemKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ScoredItem> find(String fullname) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<ScoredItem> recentPosts(@Nullable String subreddit, Instant since, int limit, @Nullable String cursor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String cursorAfter(Post post) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<ScoredItem> comments(String postId, int limit, @Nullable String cursor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<ScoredItem> walk(Selection selection, int limit, @Nullable String cursor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Slice<ScoredItem> search(Find find, int limit, @Nullable String cursor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ScoredItem> sample(Selection selection, int minTools, int oneIn, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ScoredItem> extremes(Selection selection, boolean highest, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ItemKey> keys(ItemKind kind, Window created) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<ItemKind, Long> count(Window created) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> subreddits() {
        throw new UnsupportedOperationException();
    }
}
