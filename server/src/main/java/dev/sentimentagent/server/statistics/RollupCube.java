package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** The hourly rollups in memory: a sum over weeks takes microseconds. Thread-safe; a reader sees all of a batch or none of it. */
final class RollupCube {
    private static final long HOUR_SECONDS = 3600;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<SeriesKey, HourSeries> series = new HashMap<>();

    private record SeriesKey(Dimension dimension, String name, ItemKind kind) {
        static SeriesKey of(Rollup.Key key) {
            return new SeriesKey(key.dimension(), key.name().toLowerCase(Locale.ROOT), key.kind());
        }
    }

    /**
     * Takes rollups in as they are now.
     *
     * @param reach those of hours that start outside of it are left out
     */
    void put(Collection<Rollup> rollups, Window reach) {
        lock.writeLock().lock();
        try {
            for (Rollup rollup : rollups) {
                if (reach.contains(rollup.key().hour())) {
                    HourSeries hours = series.computeIfAbsent(SeriesKey.of(rollup.key()), _ -> new HourSeries());
                    hours.forget(hourOf(reach.start()));
                    hours.put(hourOf(rollup.key().hour()), rollup.tally());
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * The tally of whole hours, of both kinds of item.
     *
     * @param name null for all names of the dimension
     * @param from start of the first hour
     * @param to end of the last hour
     */
    Tally sum(Dimension dimension, @Nullable String name, Instant from, Instant to) {
        long[] sums = new long[5];
        lock.readLock().lock();
        try {
            if (name == null) {
                series.forEach((key, hours) -> {
                    if (key.dimension() == dimension) {
                        hours.sum(hourOf(from), hourOf(to), sums);
                    }
                });
            } else {
                for (ItemKind kind : ItemKind.values()) {
                    HourSeries hours = series.get(new SeriesKey(dimension, name.toLowerCase(Locale.ROOT), kind));
                    if (hours != null) {
                        hours.sum(hourOf(from), hourOf(to), sums);
                    }
                }
            }
        } finally {
            lock.readLock().unlock();
        }
        return new Tally(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    private static long hourOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), HOUR_SECONDS);
    }
}
