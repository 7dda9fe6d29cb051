package dev.sentimentagent.server.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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
    private final Cache<Key, Counted> known = Caffeine.newBuilder().maximumSize(2000).executor(Runnable::run).build();
    private final Map<Key, Question> due = new ConcurrentHashMap<>();
    /** One count after the other: each takes the same tables. */
    private final Lock counts = new ReentrantLock();
    private final Counting counting = new Counting(); // guarded by counts

    private record Key(@Nullable String subreddit, @Nullable String toolId, @Nullable Groups by, long seconds, long end) {
        Key before() {
            return new Key(subreddit, toolId, by, seconds, end - 1);
        }
    }

    private record Question(Scope scope, @Nullable Groups by) {}

    private record Counted(Map<String, Clustering> byRow, Clustering ofNone, long version) {
        Clustering of(String row) {
            return byRow.getOrDefault(row, ofNone);
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
        return counted(new Question(scope, null), windowItems).of(Rows.ALL);
    }

    /**
     * Of the tools of a scope, or of its subreddits, by id.
     *
     * @param windowItems how many items the whole window has, whatever the scope's subreddit and tool
     */
    Function<String, Clustering> of(Scope scope, Groups by, long windowItems) {
        Counted counted = counted(new Question(scope, by), windowItems);
        return id -> counted.of(Rows.id(by, id));
    }

    /**
     * Counts anew what was asked for and is of older data.
     *
     * @param stop when to break off; the next call goes on
     */
    void recount(BooleanSupplier stop) {
        due.forEach((key, question) -> {
            if (!stop.getAsBoolean()) {
                count(key, question, voices.version());
                due.remove(key, question);
            }
        });
    }

    private Counted counted(Question question, long windowItems) {
        Key key = key(question, windowItems);
        long version = voices.version();
        Counted counted = known.getIfPresent(key);
        if (counted == null && windowItems > FEW) {
            counted = known.getIfPresent(key.before());
        }
        if (counted == null || (counted.version != version && windowItems <= FEW)) {
            return count(key, question, version);
        }
        if ((counted.version != version || known.getIfPresent(key) == null) && due.putIfAbsent(key, question) == null) {
            wake.run();
        }
        return counted;
    }

    /** @param version of the voices; read before, so that what is counted may be newer than this, never older */
    private Counted count(Key key, Question question, long version) {
        Window window = question.scope.window();
        voices.ensure(Window.ending(window.end(), window.length().compareTo(AT_ONCE) < 0 ? window.length() : AT_ONCE));
        counts.lock();
        try {
            Counted others = known.getIfPresent(key);
            if (others != null && others.version >= version) {
                return others;
            }
            Counted counted = count(question, window, version);
            known.put(key, counted);
            return counted;
        } finally {
            counts.unlock();
        }
    }

    private Counted count(Question question, Window window, long version) {
        Rows rows = Rows.of(voices.groups(), question.scope, question.by);
        List<Cell> cells = counting.count(voices, window, rows);
        Map<String, Clustering> byRow = new HashMap<>();
        for (int row = 0; row < cells.size(); row++) {
            byRow.put(rows.ids().get(row), cells.get(row).clustering());
        }
        Clustering none = Counting.clustering(Tally.ZERO, new ClusterSums());
        return new Counted(byRow, voices.hold(window) ? none.with(0) : none.ofOthers(), version);
    }

    private static Key key(Question question, long windowItems) {
        Scope scope = question.scope;
        // What the rows are told apart by does not narrow the scope.
        String subreddit = scope.subreddit() == null || question.by == Groups.SUBREDDITS ? null : SubredditName.key(scope.subreddit());
        String tool = question.by == Groups.TOOLS ? null : scope.toolId();
        long seconds = scope.window().length().toSeconds();
        long end = scope.window().end().toEpochMilli();
        return new Key(subreddit, tool, question.by, seconds, windowItems <= FEW ? end : end / Math.max(1, seconds * 1000 / PARTS));
    }
}
