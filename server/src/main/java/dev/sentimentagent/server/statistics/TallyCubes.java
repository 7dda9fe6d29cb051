package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Rollups;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
     * @param hourReach hours that start outside of it are left out
     * @param dayReach the same for days
     */
    void put(Rollups rollups, Window hourReach, Window dayReach) {
        long stamp = lock.writeLock();
        try {
            if (rollups.emptyBefore().isAfter(Instant.MIN)) {
                // What retention has dropped is not among the rollups.
                stored.clear(rollups.emptyBefore());
            }
            stored.put(rollups.list(), hourReach);
            archived.put(rollups.days(), dayReach);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** Start of the last hour in which anything was created. */
    Optional<Instant> lastHour() {
        long stamp = lock.readLock();
        try {
            return stored.last();
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** The same of days alone. */
    void putArchived(Collection<Rollup> days, Window dayReach) {
        long stamp = lock.writeLock();
        try {
            archived.put(days, dayReach);
        } finally {
            lock.unlockWrite(stamp);
        }
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

    /** Number of items of whole hours by the names of a dimension that have any. What retention has deleted of them counts by whole days. */
    Map<String, Long> totals(Dimension dimension, Instant from, Instant to) {
        Map<String, Long> totals = new HashMap<>();
        Instant fromDay = from.minusNanos(1).truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Instant toDay = to.truncatedTo(ChronoUnit.DAYS);
        long stamp = lock.readLock();
        try {
            stored.addTotals(dimension, from, to, totals);
            if (fromDay.isBefore(toDay)) {
                archived.addTotals(dimension, fromDay, toDay, totals);
            }
        } finally {
            lock.unlockRead(stamp);
        }
        totals.values().removeIf(total -> total == 0);
        return totals;
    }
}
