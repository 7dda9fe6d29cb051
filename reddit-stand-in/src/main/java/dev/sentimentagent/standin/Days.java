package dev.sentimentagent.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The planned days of all communities, made when asked for; the ones used last are kept. Thread-safe. */
final class Days {
    /** In all kept days together: a bound on memory of some ten megabytes. */
    private static final int MOST_ITEMS = 120_000;

    private final Planner planner;
    private final long firstDay;
    private final Cache<List<PostPlan>> posts = new Cache<>(List::size);
    private final Cache<CommentDay> comments = new Cache<>(CommentDay::size);

    /** @param firstDay days since the epoch before which there was nothing */
    Days(Planner planner, long firstDay) {
        this.planner = planner;
        this.firstDay = firstDay;
    }

    long firstDay() {
        return firstDay;
    }

    /** Posts made on that day, oldest first. */
    List<PostPlan> posts(Community community, long day) {
        return day < firstDay ? List.of() : posts.get(new Key(community.slot(), day), key -> planner.posts(community, day));
    }

    /** Comments made on that day. */
    CommentDay comments(Community community, long day) {
        return comments.get(new Key(community.slot(), day), key -> {
            List<PostPlan> candidates = new ArrayList<>();
            for (long d = day - Planner.MOST_DAYS_LATE; d <= day; d++) {
                candidates.addAll(posts(community, d));
            }
            return CommentDay.of(community, day, candidates);
        });
    }

    private record Key(int slot, long day) {}

    /** Forgets what was not used for longest when it holds too much. */
    private static final class Cache<V> {
        private static final int WEIGHT_OF_A_DAY = 8;

        private final Map<Key, V> values = new LinkedHashMap<>(256, 0.75f, true);
        private final ToIntFunction<V> size;
        private long weight;

        Cache(ToIntFunction<V> size) {
            this.size = size;
        }

        V get(Key key, Function<Key, V> make) {
            synchronized (this) {
                V known = values.get(key);
                if (known != null) {
                    return known;
                }
            }
            // Made outside of the lock: two threads may make the same day, and both make the same.
            V made = make.apply(key);
            synchronized (this) {
                if (values.put(key, made) == null) {
                    weight += weight(made);
                }
                var eldest = values.entrySet().iterator();
                while (weight > MOST_ITEMS && values.size() > 1) {
                    weight -= weight(eldest.next().getValue());
                    eldest.remove();
                }
            }
            return made;
        }

        private int weight(V value) {
            return WEIGHT_OF_A_DAY + size.applyAsInt(value);
        }
    }
}
