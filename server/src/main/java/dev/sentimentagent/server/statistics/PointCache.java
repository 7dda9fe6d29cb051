package dev.sentimentagent.server.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.StatisticsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The points of the hours that were asked for, so that the edges of a window need no call to the store. Bounded by the number of points:
 * 90 days of the volume that the spec expects fit, and beyond that the hours asked for least go. Thread-safe.
 */
final class PointCache {
    /** Some 20 MB. */
    private static final long MAX_POINTS = 2_000_000;
    /** What an hour without a single item weighs. */
    private static final int HOUR_WEIGHT = 10;

    private final StatisticsStore store;
    private final LongSupplier dataVersion;
    private final Cache<Long, Loaded> hours = Caffeine.newBuilder()
            .maximumWeight(MAX_POINTS)
            .weigher((Long _, Loaded loaded) -> HOUR_WEIGHT + loaded.points.size())
            .executor(Runnable::run)
            .build();
    /** One of each, which the hours share that are loaded within an hour: each has some hundred of the same few thousand. */
    private final Map<HourPoints.Group, HourPoints.Group> groups = new ConcurrentHashMap<>();
    /** With which version of the data an hour last changed, of those that have changed since the start. */
    private final Map<Long, Long> changed = new ConcurrentHashMap<>();

    private volatile long forgottenTo;

    /** @param version of the data that the points are at least as new as */
    private record Loaded(HourPoints points, long version) {}

    PointCache(StatisticsStore store, LongSupplier dataVersion) {
        this.store = store;
        this.dataVersion = dataVersion;
    }

    /**
     * The points of an hour.
     *
     * @param hour counted from 1970
     * @throws dev.sentimentagent.model.store.StoreException if they must be read and the store fails
     */
    HourPoints hour(long hour) {
        Loaded loaded = hours.get(hour, this::load);
        if (loaded.version < changed.getOrDefault(hour, 0L)) {
            loaded = load(hour);
            hours.put(hour, loaded);
        }
        return loaded.points;
    }

    /** Whether there is room for so many more points. */
    boolean hasRoom() {
        return hours.policy().eviction().map(eviction -> eviction.weightedSize().orElse(0) < eviction.getMaximum() * 9 / 10).orElse(true);
    }

    /** Notes that an hour has changed; its points are read again when they are asked for. To be told before the version shows it. */
    void changed(long hour, long version) {
        changed.merge(hour, version, Math::max);
        hours.invalidate(hour);
    }

    /** Lets go of what is older. */
    void forget(long firstHour) {
        if (firstHour == forgottenTo) {
            return;
        }
        forgottenTo = firstHour;
        groups.clear();
        changed.keySet().removeIf(hour -> hour < firstHour);
        hours.asMap().keySet().removeIf(hour -> hour < firstHour);
    }

    private Loaded load(long hour) {
        // Read first: what is loaded may be newer than this, never older.
        long version = dataVersion.getAsLong();
        long start = hour * Hours.SECONDS;
        List<HourPoints.Point> points = new ArrayList<>();
        Map<HourPoints.Group, Integer> ofHour = new LinkedHashMap<>();
        store.points(new Window(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + Hours.SECONDS)),
                (created, subreddit, mentions, sentiment, compoundE4) -> points.add(
                        new HourPoints.Point((int) (created - start), sentiment, compoundE4,
                                ofHour.computeIfAbsent(HourPoints.Group.of(subreddit, mentions), _ -> ofHour.size()))));
        points.sort(Comparator.comparingInt(HourPoints.Point::second));
        List<HourPoints.Group> shared = ofHour.keySet().stream().map(group -> groups.computeIfAbsent(group, Function.identity())).toList();
        return new Loaded(new HourPoints(points, shared), version);
    }
}
