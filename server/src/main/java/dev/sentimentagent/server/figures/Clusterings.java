package dev.sentimentagent.server.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Window;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How the items of scopes hang together. Of a window with few items it is counted when it is asked for. Of a large one it moves little from one
 * hour to the next: what was counted for a window of that length that ended a little earlier or later is given, and counted anew in the
 * background once there are other data. Thread-safe.
 */
final class Clusterings {
    /** Counting so many takes a few milliseconds. */
    static final long FEW = 50_000;
    /** By what part of its length a large window may be shifted. */
    private static final int PARTS = 30;

    /** What is read at once of a window that is not in memory yet; of the rest it is taken that it is like it. */
    private static final Duration AT_ONCE = Duration.ofHours(24);

    private final Voices voices;
    private final Runnable wake;
    private final Cache<Key, Counted> known = Caffeine.newBuilder().maximumSize(4000).executor(Runnable::run).build();
    private final Map<Key, Scope> due = new ConcurrentHashMap<>();

    private record Key(@Nullable String subreddit, @Nullable String toolId, long seconds, long end) {
        Key before() {
            return new Key(subreddit, toolId, seconds, end - 1);
        }
    }

    private record Counted(Clustering clustering, long version) {}

    /** @param wake is called when there is something to {@link #recount} */
    Clusterings(Voices voices, Runnable wake) {
        this.voices = voices;
        this.wake = wake;
    }

    /**
     * Of a scope.
     *
     * @param windowItems how many items the whole window has, whatever the scope's subreddit and tool
     */
    Clustering of(Scope scope, long windowItems) {
        Key key = key(scope, windowItems);
        long version = voices.version();
        Counted counted = known.getIfPresent(key);
        if (counted == null && windowItems > FEW) {
            counted = known.getIfPresent(key.before());
        }
        if (counted == null || (counted.version != version && windowItems <= FEW)) {
            return count(key, scope);
        }
        if ((counted.version != version || known.getIfPresent(key) == null) && due.putIfAbsent(key, scope) == null) {
            wake.run();
        }
        return counted.clustering;
    }

    /**
     * Counts anew what was asked for and is of older data.
     *
     * @param stop when to break off; the next call goes on
     */
    void recount(BooleanSupplier stop) {
        due.forEach((key, scope) -> {
            if (!stop.getAsBoolean()) {
                count(key, scope);
                due.remove(key, scope);
            }
        });
    }

    private Clustering count(Key key, Scope scope) {
        // Read first: what is counted may be newer than this, never older.
        long version = voices.version();
        Window window = scope.window();
        voices.ensure(Window.ending(window.end(), window.length().compareTo(AT_ONCE) < 0 ? window.length() : AT_ONCE));
        Clustering clustering = new Counting().count(voices, scope).clustering();
        known.put(key, new Counted(clustering, version));
        return clustering;
    }

    private static Key key(Scope scope, long windowItems) {
        String subreddit = scope.subreddit() == null ? null : SubredditName.key(scope.subreddit());
        long seconds = scope.window().length().toSeconds();
        long end = scope.window().end().toEpochMilli();
        return new Key(subreddit, scope.toolId(), seconds, windowItems <= FEW ? end : end / Math.max(1, seconds * 1000 / PARTS));
    }
}
