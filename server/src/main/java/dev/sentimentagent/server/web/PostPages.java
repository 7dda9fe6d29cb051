package dev.sentimentagent.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the newest posts, of any length, from blocks of posts that are kept as they are sent until one of them may have changed or a newer
 * one has come. A page whose blocks are kept costs no call to the store and makes no object of a post. Bounded in bytes: blocks not asked for
 * go first. Thread-safe.
 */
final class PostPages {
    /** Of one call to the store. */
    private static final int MAX_READ = 1000;
    private static final long MAX_BYTES = 6 << 20;
    private static final Duration UNUSED = Duration.ofMinutes(5);

    private final ItemStore items;
    private volatile Generation current = new Generation();
    private final Cache<Place, PostBlock> blocks = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Place _, PostBlock block) -> block.bytes())
            .expireAfterAccess(UNUSED)
            .executor(Runnable::run)
            .build();

    /** Blocks between two changes. */
    private static final class Generation {
        /** No post of a block was collected before, in milliseconds since 1970; the least there is once a list was read to its end. */
        private final AtomicLong collected = new AtomicLong(Long.MAX_VALUE);
        /** The same of when they were created. */
        private final AtomicLong created = new AtomicLong(Long.MAX_VALUE);
        /** Posts created before, in milliseconds since 1970, may have been deleted by retention since this generation began. */
        private final AtomicLong expired = new AtomicLong(Long.MIN_VALUE);
        /** How many are being read: of which posts is not known yet. */
        private final AtomicInteger reading = new AtomicInteger();

        void note(Slice<ScoredItem> read) {
            if (read.next() == null) {
                lower(collected, Long.MIN_VALUE);
                lower(created, Long.MIN_VALUE);
            } else {
                read.items().forEach(scored -> {
                    lower(collected, scored.item().collectedAt().toEpochMilli());
                    lower(created, scored.item().createdUtc().toEpochMilli());
                });
            }
        }

        private static void lower(AtomicLong bound, long value) {
            bound.accumulateAndGet(value, Math::min);
        }

        boolean mayHold(Batch batch) {
            // In this order: what has been read by now is noted.
            return reading.get() > 0 || batch.items().stream().anyMatch(
                    scored -> scored.item() instanceof Post post && post.collectedAt().toEpochMilli() >= collected.get());
        }

        /** What is being read is looked at when it is noted: retention deletes so often that something always is. */
        boolean mayHoldCreated(Instant before) {
            expired.accumulateAndGet(before.toEpochMilli(), Math::max);
            return holdsExpired();
        }

        boolean holdsExpired() {
            return created.get() < expired.get();
        }
    }

    /**
     * Where a block begins.
     *
     * @param subreddit key of its name; empty for all
     * @param cursor null for the newest post
     */
    private record Place(Generation generation, String subreddit, @Nullable String cursor) {
        Place after(@Nullable String next) {
            return new Place(generation, subreddit, next);
        }
    }

    PostPages(ItemStore items) {
        this.items = items;
    }

    /**
     * To be told of all that is committed. Comments change no post, and a job that goes through all that is stored changes old ones for a long
     * time.
     *
     * @param batch null if it is not known what was
     */
    void changed(@Nullable Batch batch) {
        if (batch == null || current.mayHold(batch)) {
            readAnew();
        }
    }

    /** To be told of what retention has deleted: posts created before then. */
    void expired(Instant before) {
        if (current.mayHoldCreated(before)) {
            readAnew();
        }
    }

    private void readAnew() {
        current = new Generation();
        blocks.invalidateAll();
    }

    /**
     * The posts first collected since then, newest first.
     *
     * @throws IllegalArgumentException if the cursor is not one of the store's
     */
    PostPage page(@Nullable String subreddit, Instant since, int limit, @Nullable String cursor) {
        // Read first: what is read from the store may be newer than this, never older.
        Place place = new Place(current, subreddit == null ? "" : SubredditName.key(subreddit), cursor);
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
        place.generation.reading.incrementAndGet();
        try {
            return readAndKeep(place, subreddit, posts);
        } finally {
            place.generation.reading.decrementAndGet();
        }
    }

    private PostBlock readAndKeep(Place place, @Nullable String subreddit, int posts) {
        int whole = Math.min(MAX_READ, (posts + PostBlock.POSTS - 1) / PostBlock.POSTS * PostBlock.POSTS);
        Slice<ScoredItem> slice = items.recentPosts(subreddit, Instant.EPOCH, whole, place.cursor);
        List<ScoredItem> read = slice.items();
        place.generation.note(slice);
        PostBlock first = null;
        Place at = place;
        for (int from = 0; first == null || from < read.size(); from += PostBlock.POSTS) {
            int to = Math.min(read.size(), from + PostBlock.POSTS);
            PostBlock block = new PostBlock(read.subList(from, to), items, to < read.size() || slice.next() != null);
            blocks.put(at, block);
            first = first == null ? block : first;
            at = at.after(block.next());
        }
        if (place.generation.holdsExpired()) {
            readAnew();
        }
        return first;
    }
}
