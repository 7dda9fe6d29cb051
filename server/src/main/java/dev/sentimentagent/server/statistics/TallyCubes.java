package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * The rollups by hour of what is stored, and those by day of what retention has deleted since. Thread-safe; a reader sees all of a batch
 * or none of it.
 */
final class TallyCubes {
    private final StampedLock lock = new StampedLock();
    private final TallyCube stored = new TallyCube(Duration.ofHours(1));
    private final TallyCube archived = new TallyCube(Duration.ofDays(1));

    /**
     * Takes rollups in as they are now.
     *
     * @param reach hours that start outside of it are left out
     */
    void put(Collection<Rollup> hours, Window reach) {
        put(stored, hours, reach);
    }

    /** The same of days. */
    void putArchived(Collection<Rollup> days, Window reach) {
        put(archived, days, reach);
    }

    /**
     * The tally of whole hours. What retention has deleted of it counts by whole days.
     *
     * @param name null for all subreddits
     * @param from start of the first hour
     * @param to end of the last one
     */
    Tally sum(Dimension dimension, @Nullable String name, Instant from, Instant to) {
        Instant fromDay = from.minusNanos(1).truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Instant toDay = to.truncatedTo(ChronoUnit.DAYS);
        long stamp = lock.readLock();
        try {
            Tally hours = stored.sum(dimension, name, from, to);
            return fromDay.isBefore(toDay) ? hours.plus(archived.sum(dimension, name, fromDay, toDay)) : hours;
        } finally {
            lock.unlockRead(stamp);
        }
    }

    private void put(TallyCube cube, Collection<Rollup> rollups, Window reach) {
        long stamp = lock.writeLock();
        try {
            cube.put(rollups, reach);
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
