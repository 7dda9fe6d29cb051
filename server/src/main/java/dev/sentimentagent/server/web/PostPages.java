package dev.sentimentagent.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the newest posts, of any length, from blocks of posts that are kept as they are sent until the data changes. A page whose blocks
 * are kept costs no call to the store and makes no object of a post. Bounded in bytes: blocks not asked for go first. Thread-safe.
 */
final class PostPages {
    /** Of one call to the store. */
    private static final int MAX_READ = 1000;
    private static final long MAX_BYTES = 6 << 20;
    private static final Duration UNUSED = Duration.ofMinutes(5);

    private final ItemStore items;
    private final LongSupplier dataVersion;
    private final AtomicLong newest = new AtomicLong(-1);
    private final Cache<Place, PostBlock> blocks = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Place _, PostBlock block) -> block.bytes())
            .expireAfterAccess(UNUSED)
            .executor(Runnable::run)
            .build();

    /**
     * Where a block begins.
     *
     * @param subreddit key of its name; empty for all
     * @param cursor null for the newest post
     */
    private record Place(long version, String subreddit, @Nullable String cursor) {
        Place after(@Nullable String next) {
            return new Place(version, subreddit, next);
        }
    }

    /** @param dataVersion asked with every page, so it must cost nothing */
    PostPages(ItemStore items, LongSupplier dataVersion) {
        this.items = items;
        this.dataVersion = dataVersion;
    }

    /**
     * The posts first collected since then, newest first.
     *
     * @throws IllegalArgumentException if the cursor is not one of the store's
     */
    PostPage page(@Nullable String subreddit, Instant since, int limit, @Nullable String cursor) {
        // Read first: what is read from the store may be newer than this, never older.
        long version = dataVersion.getAsLong();
        if (newest.getAndSet(version) != version) {
            blocks.invalidateAll();
        }
        Place place = new Place(version, subreddit == null ? "" : SubredditName.key(subreddit), cursor);
        PostPage page = new PostPage(since, limit);
        while (true) {
            PostBlock block = blocks.getIfPresent(place);
            if (block == null) {
                block = read(place, subreddit, page.wanted());
            }
            String next = block.next();
            if (page.add(block) || next == null) {
                return page;
            }
            place = place.after(next);
        }
    }

    /** Reads so many posts with one call, keeps all of them and returns the first block. */
    private PostBlock read(Place place, @Nullable String subreddit, int posts) {
        int whole = Math.min(MAX_READ, (posts + PostBlock.POSTS - 1) / PostBlock.POSTS * PostBlock.POSTS);
        Slice<ScoredItem> slice = items.recentPosts(subreddit, Instant.EPOCH, whole, place.cursor);
        List<ScoredItem> read = slice.items();
        PostBlock first = null;
        Place at = place;
        for (int from = 0; first == null || from < read.size(); from += PostBlock.POSTS) {
            int to = Math.min(read.size(), from + PostBlock.POSTS);
            PostBlock block = new PostBlock(read.subList(from, to), items, to < read.size() || slice.next() != null);
            blocks.put(at, block);
            first = first == null ? block : first;
            at = at.after(block.next());
        }
        return first;
    }
}
