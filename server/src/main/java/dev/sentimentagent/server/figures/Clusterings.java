package dev.sentimentagent.server.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sentimentagent.model.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * How the items of scopes hang together. Of a window with few items it is counted when it is asked for; what was counted of the same data for one
 * that ended a moment earlier or later is given too, for all scopes. Of a large one it moves little from one
 * hour to the next: what was counted for a window of that length that ended a little earlier or later is given, and counted anew in the
 * background once there are other data and the window has moved on. Thread-safe.
 */
final class Clusterings {
    /** Counting so many takes a few milliseconds. */
    static final long FEW = 50_000;
    /** By what part of its length a large window may be shifted. */
    private static final int PARTS = 30;
    /** The same of a window with few items: a minute of a day. */
    private static final int MANY_PARTS = 1440;
    /** By what part of its length a large window must have moved on to be counted anew. */
    private static final int SOONEST = 300;

    /** What is read at once of a window that is not in memory yet; of the rest it is taken that it is like it. */
    private static final Duration AT_ONCE = Duration.ofHours(24);

    /** Windows; each takes some 50 kB. */
    private static final int MOST = 64;

    private final Voices voices;
    private final Runnable wake;
    private final Cache<Key, Counted> known = Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();
    private final Map<Key, Window> due = new ConcurrentHashMap<>();
    /** One count after the other: each takes the same tables. */
    private final Lock counts = new ReentrantLock();
    private final CellCounter counter = new CellCounter(); // guarded by counts

    private record Key(long seconds, long end) {
        Key before() {
            return new Key(seconds, end - 1);
        }
    }

    /** @param whole whether all of the window was in memory */
    private record Counted(Cells cells, Window window, boolean whole, long version) {
        /** Whether a count for that window of equal length would tell something else. */
        boolean outdated(Window asked, long now) {
            return version != now
                    && (!whole || Duration.between(window.end(), asked.end()).abs().multipliedBy(SOONEST).compareTo(asked.length()) > 0);
        }
    }

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
        return counted(scope.window(), windowItems).cells.of(scope.subreddit(), scope.toolId());
    }

    /**
     * Of the tools of a scope, or of its subreddits, by id. What they are told apart by does not narrow the scope.
     *
     * @param windowItems how many items the whole window has, whatever the scope's subreddit and tool
     */
    Function<String, Clustering> of(Scope scope, Groups by, long windowItems) {
        Cells cells = counted(scope.window(), windowItems).cells;
        return id -> by == Groups.TOOLS ? cells.of(scope.subreddit(), id) : cells.of(id, scope.toolId());
    }

    /**
     * Counts anew what was asked for and is of older data.
     *
     * @param stop when to break off; the next call goes on
     */
    void recount(BooleanSupplier stop) {
        due.forEach((key, window) -> {
            if (!stop.getAsBoolean()) {
                count(key, window, voices.version());
                due.remove(key, window);
            }
        });
    }

    private Counted counted(Window window, long items) {
        Key key = key(window, items);
        long version = voices.version();
        Counted counted = known.getIfPresent(key);
        if (counted == null && items > FEW) {
            counted = known.getIfPresent(key.before());
        }
        if (counted == null || (counted.version != version && items <= FEW)) {
            return count(key, window, version);
        }
        if (counted.outdated(window, version) && due.putIfAbsent(key, window) == null) {
            wake.run();
        }
        return counted;
    }

    /** @param version of the voices; read before, so that what is counted may be newer than this, never older */
    private Counted count(Key key, Window window, long version) {
        voices.ensure(Window.ending(window.end(), window.length().compareTo(AT_ONCE) < 0 ? window.length() : AT_ONCE));
        counts.lock();
        try {
            Counted others = known.getIfPresent(key);
            if (others != null && others.version >= version) {
                return others;
            }
            boolean whole = voices.hold(window);
            Counted counted = new Counted(counter.count(voices, window, whole), window, whole, version);
            known.put(key, counted);
            return counted;
        } finally {
            counts.unlock();
        }
    }

    private static Key key(Window window, long items) {
        long seconds = window.length().toSeconds();
        long end = window.end().toEpochMilli();
        return new Key(seconds, end / Math.max(1, seconds * 1000 / (items <= FEW ? MANY_PARTS : PARTS)));
    }
}
