package dev.sentimentagent.server.statistics;

import static java.util.Comparator.naturalOrder;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Expiry;
import dev.sentimentagent.model.store.Rollups;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tallies and trends over windows of the last 90 days, and by whole days of the last five years, answered from memory: whole hours from the rollups, the two edges of a window
 * from the points of the hours that they cut. An answer is exact to the second and costs the same however much is stored. Thread-safe.
 *
 * <p>Own commits bring it forward by {@link #apply}, those of others by {@link #follow}.
 */
public final class Statistics {
    private static final Logger log = LoggerFactory.getLogger(Statistics.class);
    /** The longest window by hours, and the hours that its edges may touch. */
    public static final Duration REACH = Duration.ofDays(90).plusHours(2);
    /** Where more than this is kept, hours before it are not in memory: a year of them takes some 30 MB. */
    private static final Duration MAX_REACH = Duration.ofDays(366);
    /** How far back the daily tallies of what retention has deleted are served. */
    public static final Duration ARCHIVE_REACH = Duration.ofDays(5 * 366);

    /** Beyond this the answer is given although data changes all the time. */
    private static final int TRIES = 3;

    private final Store store;
    private final InstantSource clock;
    private final Duration reach;
    private final TallyCubes cubes = new TallyCubes();
    private final Scoring scoring = new Scoring(cubes, this::ready);
    private final PointCache points;
    private final WindowTallies windows;
    /** Held by whoever takes data in, one after another. */
    private final ReentrantLock updates = new ReentrantLock();
    private final Collected collected = new Collected();
    private final Changes changes;
    /** Hours from this on are in memory. */
    private volatile Instant loadedFrom;
    /** Whether that is all there is. */
    private volatile boolean whole;

    /**
     * Loads the newest hours, which the first visitors ask for; {@link #load} loads the rest.
     *
     * @param kept how long items are kept
     */
    public Statistics(Store store, InstantSource clock, Duration atOnce, Duration kept) {
        this.reach = Stream.of(kept.plusHours(2), MAX_REACH).min(naturalOrder()).filter(length -> length.compareTo(REACH) > 0)
                .orElse(REACH);
        this.store = store;
        this.clock = clock;
        Window hours = reach();
        Duration first = atOnce.compareTo(REACH) < 0 ? atOnce : REACH;
        loadedFrom = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(first);
        Rollups newest = store.statistics().rollups(new Window(loadedFrom, hours.end()));
        cubes.put(newest, hours, archiveReach());
        changes = new Changes(newest.dataVersion());
        points = new PointCache(store.statistics(), changes::version);
        windows = new WindowTallies(cubes, points, collected);
    }

    /**
     * Loads what is not in memory yet. Returns at once if all is; who asks for older hours in the meantime waits.
     *
     * @throws StoreException if the store fails; the next call tries again
     */
    public void load() {
        loadFrom(Instant.MIN);
    }

    /** Whether a window is in memory, so that nobody who asks for it waits. */
    public boolean holds(Window window) {
        return whole || !window.start().isBefore(loadedFrom);
    }

    /** The hour that the newest item was created in; empty if there is none that windows reach. */
    public Optional<Instant> newestHour() {
        loadFrom(Instant.MIN);
        return cubes.lastHour();
    }

    /** How far this has followed what is stored. */
    public Changes changes() {
        return changes;
    }

    /**
     * Takes in a batch that was committed, in whatever order batches are told of, and however often. Never throws for a store that fails:
     * what was committed stays committed, and is taken in with the next batch or look at the store.
     */
    public void apply(Batch batch, BatchResult committed) {
        changes.committed(batch);
        updates.lock();
        try {
            // Not while coverage is being read anew: what is read may be older than this batch.
            collected.take(batch, reach());
        } finally {
            updates.unlock();
        }
        take(new Rollups(committed.rollups(), List.of(), Instant.MIN, committed.dataVersion()),
                batch.rescores() ? Changes.Kind.RESCORING : Changes.Kind.SIGHTING);
    }

    /** Takes in what retention has deleted. */
    public void apply(Expiry expired) {
        // What counts in no hour, as a deleted post does, is in no list either.
        expired.rollups().stream().map(rollup -> rollup.key().hour().plus(1, ChronoUnit.HOURS)).max(naturalOrder())
                .ifPresent(changes::expired);
        take(new Rollups(expired.rollups(), expired.days(), Instant.MIN, expired.dataVersion()), Changes.Kind.EXPIRY);
    }

    /**
     * Has retention delete some, and takes that in. Nobody who looks at the store takes it in before: it would count as news then, which pages
     * follow.
     */
    public Expiry expire(Supplier<Expiry> commit) {
        updates.lock();
        try {
            Expiry expired = commit.get();
            apply(expired);
            return expired;
        } finally {
            updates.unlock();
        }
    }

    /**
     * Takes in what others have committed.
     *
     * @param stored the store's version of the data
     * @throws StoreException if the store fails; the next call tries again
     */
    public void follow(long stored) {
        if (stored > changes.version()) {
            updates.lock();
            try {
                catchUp(stored);
                collected.load(store.cycles(), reach());
            } finally {
                updates.unlock();
            }
        }
    }

    /**
     * The tally of all items created in the window.
     *
     * @param dimension by subreddit or by tool; see {@link #scoring} for the others
     * @param name subreddit (in any case) or id of a tool; null for all subreddits
     */
    public Tally tally(Dimension dimension, @Nullable String name, Window window) {
        return consistently(window, () -> windows.tally(dimension, name, window));
    }

    /** The window cut into buckets, oldest first, every one of them, empty or not. */
    public List<Bucket> trend(Dimension dimension, @Nullable String name, Window window, Granularity granularity) {
        return consistently(window, () -> windows.trend(dimension, name, window, granularity));
    }

    /** By which methods the items were scored, and what is set aside. */
    public Scoring scoring() {
        return scoring;
    }

    /**
     * Reads the points of the last hours ahead, newest first, as far as there is room for them.
     *
     * @return how many points are in memory of it
     */
    public long warm(Duration span) {
        long warmed = 0;
        long last = Hours.of(clock.instant());
        for (long hour = last; hour > last - span.toHours() && points.hasRoom(); hour--) {
            warmed += points.hour(hour).size();
        }
        return warmed;
    }

    private interface Computation<T> {
        T compute();
    }

    private void ready(Window window) {
        if (!holds(window)) {
            loadFrom(window.start());
        }
    }

    /** Computes again where data has changed meanwhile, so that an answer is of one version. */
    private <T> T consistently(Window window, Computation<T> computation) {
        ready(window);
        for (int attempt = 1;; attempt++) {
            long before = changes.version();
            T result = computation.compute();
            if (changes.version() == before || attempt == TRIES) {
                return result;
            }
        }
    }

    private void loadFrom(Instant wanted) {
        updates.lock();
        try {
            Window hours = reach();
            if (!whole && wanted.isBefore(loadedFrom)) {
                collected.load(store.cycles(), hours);
                Rollups older = store.statistics().rollups(new Window(hours.start(), loadedFrom));
                cubes.put(older, hours, archiveReach());
                cubes.putArchived(store.retention().archived(archiveReach()), archiveReach());
                // The older hours are of a newer version than the others: those catch up with it.
                catchUp(older.dataVersion());
                loadedFrom = hours.start();
                whole = true;
            }
        } finally {
            updates.unlock();
        }
    }

    /** Takes in what one commit changed, if all before it is known; else all that has changed since. */
    private void take(Rollups committed, Changes.Kind kind) {
        updates.lock();
        try {
            if (committed.dataVersion() == changes.version() + 1) {
                put(committed, kind);
            } else {
                catchUp(committed.dataVersion());
            }
            changes.taken(kind);
        } catch (StoreException e) {
            log.warn("the statistics are behind what is stored, the next commit brings them forward: {}", e.getMessage());
        } finally {
            updates.unlock();
        }
    }

    private void catchUp(long to) {
        if (to > changes.version()) {
            changes.committed(null);
            put(store.statistics().changedSince(changes.version()), Changes.Kind.UNKNOWN);
        }
    }

    private void put(Rollups rollups, Changes.Kind kind) {
        for (Rollup rollup : rollups.list()) {
            points.changed(Hours.of(rollup.key().hour()), rollups.dataVersion());
        }
        Window hours = reach();
        points.forget(Hours.of(hours.start()));
        cubes.put(rollups, hours, archiveReach());
        changes.moved(rollups.dataVersion(), kind,
                rollups.list().stream().mapToLong(rollup -> Hours.of(rollup.key().hour())).distinct().toArray());
    }

    /** As far ahead as back: an item may be dated a little after our clock, and one dated far ahead must not cost memory. */
    private Window reach() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new Window(now.minus(reach), now.plus(REACH));
    }

    private Window archiveReach() {
        Instant now = clock.instant();
        return new Window(now.minus(ARCHIVE_REACH), now.plus(REACH));
    }
}
