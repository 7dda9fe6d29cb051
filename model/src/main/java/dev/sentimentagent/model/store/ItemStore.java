package dev.sentimentagent.model.store;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Posts and comments with their scores and tools. Text that the database cannot hold as it is (NUL, lone surrogates) is cleaned by
 * {@link Texts#clean}. Subreddit names match in any case. Thread-safe; every method throws {@link StoreException}.
 */
public interface ItemStore {
    /**
     * Writes a batch. An item and its effect on the rollups are written together or not at all; coverage and gap never before the items
     * that they cover. If it fails, the same batch may be written again. Idempotent by fullname: a known item changes only in its votes, comment count, text, edit time,
     * tools and whether it is deleted; its {@code collectedAt} stays that of its first sighting. A sighting that is older
     * ({@code collectedAt}) than the last one that changed the item changes nothing. A deletion takes text and author away and the
     * item's counts out of the rollups. An item that is not stored and was created before the {@link RetentionStore#horizon} stays so, and
     * is counted unchanged. Of a batch that {@linkplain Batch#rescores rescores}, only scores and tools are taken.
     */
    BatchResult save(Batch batch);

    /**
     * Writes several batches, each as {@link #save} does, in their order: for those who have many and wait for nobody. A store may do it all
     * at once, which costs less; if it fails, nothing or the first ones may be written.
     *
     * @return what came of each
     */
    default List<BatchResult> saveAll(List<Batch> batches) {
        return batches.stream().map(this::save).toList();
    }

    /** Fullnames of those that are stored (deleted items included), or were created before the {@link RetentionStore#horizon}. */
    Set<String> known(Collection<ItemKey> keys);

    /** The item, deleted or not; empty if it is not stored. */
    Optional<ScoredItem> find(ItemKey key);

    /** The item of that fullname, deleted or not; empty if it is not stored. A store that is cut into partitions asks all of them. */
    Optional<ScoredItem> find(String fullname);

    /**
     * Posts that are not deleted, newest {@code collectedAt} first, ties by fullname descending.
     *
     * @param subreddit null for all
     * @param since earliest {@code collectedAt}
     * @param limit 1 to 1000
     * @param cursor where an earlier slice ended; null to begin
     * @throws IllegalArgumentException if the cursor is not one of this store's
     */
    Slice<ScoredItem> recentPosts(@Nullable String subreddit, Instant since, int limit, @Nullable String cursor);

    /** The cursor with which {@link #recentPosts} goes on after this post, whatever the subreddit. Asks nothing of the database. */
    String cursorAfter(Post post);

    /**
     * Comments of a post that are not deleted, oldest first, ties by fullname.
     *
     * @param limit 1 to 1000
     * @throws IllegalArgumentException if the cursor is not one of this store's
     */
    Slice<ScoredItem> comments(String postId, int limit, @Nullable String cursor);

    /**
     * The selected items, oldest {@code createdUtc} first, ties by fullname: for exports and reanalysis, slice after slice.
     *
     * @param limit 1 to 1000
     * @param cursor where an earlier slice of the same selection ended; null to begin
     * @throws IllegalArgumentException if the cursor is not one of this store's
     */
    Slice<ScoredItem> walk(Selection selection, int limit, @Nullable String cursor);

    /**
     * The posts and comments that a reader looks for; deleted ones never. Of many, at least the newest {@value Find#MOST_LOOKED_THROUGH} are
     * looked through: a slice may hold few or none and yet have a next one, which goes on among older ones.
     *
     * @param limit 1 to 1000
     * @param cursor where an earlier slice of the same ended; null to begin. Only {@link Find.Order#NEWEST} goes on: the others give the
     *     first ones alone, of those that were looked through
     * @throws IllegalArgumentException if the cursor is not one of this store's
     */
    Slice<ScoredItem> search(Find find, int limit, @Nullable String cursor);

    /**
     * A sample of the selected items that count, oldest first: about one in so many, by {@link Sampling}, so the same ones each time. For what must read
     * texts in bounded time.
     *
     * @param minTools only those that speak of at least so many tools; 0 for all
     * @param oneIn at least 1, which takes all of them
     * @param limit 1 to {@value Sampling#MAX}; the newest are left out beyond it
     */
    List<ScoredItem> sample(Selection selection, int minTools, int oneIn, int limit);

    /**
     * The selected posts that count, with the highest scores first, or with the lowest; of equal ones the newest first. With a tool, by what
     * they say of it.
     *
     * @param limit 1 to 1000
     */
    List<ScoredItem> extremes(Selection selection, boolean highest, int limit);

    /** Keys of the items of a kind created in the window that are not deleted, newest first. */
    List<ItemKey> keys(ItemKind kind, Window created);

    /** The posts created in the window that are not deleted, in no particular order. */
    List<PostActivity> activity(Window created);

    /** Tally of the comments, not deleted, of each of the posts; a post without any is absent. */
    Map<String, Tally> commentTallies(Collection<String> postIds);

    /** Number of items of each kind, not deleted, created in the window. */
    Map<ItemKind, Long> count(Window created);

    /** Names of the subreddits of which anything is stored, sorted. */
    List<String> subreddits();
}
