package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

record SqlItemStore(Access calls) implements ItemStore {
    @Override
    public BatchResult save(Batch batch) {
        return calls.write(new SaveBatch(batch));
    }

    @Override
    public List<BatchResult> saveAll(List<Batch> batches) {
        return calls.write(new SaveBatches(batches));
    }

    @Override
    public Set<String> known(Collection<ItemKey> keys) {
        return calls.read(new SelectKnown(keys));
    }

    @Override
    public Optional<ScoredItem> find(ItemKey key) {
        return find(key.fullname());
    }

    @Override
    public Optional<ScoredItem> find(String fullname) {
        return calls.read(new SelectItem(fullname));
    }

    @Override
    public Slice<ScoredItem> recentPosts(@Nullable String subreddit, Instant since, int limit, @Nullable String cursor) {
        return calls.read(new SelectRecentPosts(subreddit, since, limit, cursor));
    }

    @Override
    public String cursorAfter(Post post) {
        return SelectRecentPosts.at(post).text();
    }

    @Override
    public Slice<ScoredItem> comments(String postId, int limit, @Nullable String cursor) {
        return calls.read(new SelectComments(postId, limit, cursor));
    }

    @Override
    public Slice<ScoredItem> walk(Selection selection, int limit, @Nullable String cursor) {
        return calls.read(new WalkItems(selection, limit, cursor));
    }

    @Override
    public Slice<ScoredItem> search(Find find, int limit, @Nullable String cursor) {
        return calls.read(new FindItems(find, limit, cursor, Find.MOST_LOOKED_THROUGH));
    }

    @Override
    public List<ScoredItem> sample(Selection selection, int minTools, int oneIn, int limit) {
        return calls.read(new SampleItems(selection, minTools, oneIn, limit));
    }

    @Override
    public List<ScoredItem> extremes(Selection selection, boolean highest, int limit) {
        return calls.read(new SelectExtremes(selection, highest, limit));
    }

    @Override
    public List<ItemKey> keys(ItemKind kind, Window created) {
        return calls.read(new SelectKeys(kind, created));
    }

    @Override
    public List<PostActivity> activity(Window created) {
        return calls.read(new SelectActivity(created));
    }

    @Override
    public Map<String, Tally> commentTallies(Collection<String> postIds) {
        return calls.read(new SelectCommentTallies(postIds));
    }

    @Override
    public Map<ItemKind, Long> count(Window created) {
        return calls.read(new CountItems(created));
    }

    @Override
    public List<String> subreddits() {
        return calls.read(new SelectSubreddits());
    }
}
