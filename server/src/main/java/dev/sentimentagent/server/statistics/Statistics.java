package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tallies and trends over windows of the last {@link #REACH}. Whole hours come from the rollups in memory, the two edges of a window from
 * the store through an index, so that an answer is exact to the millisecond and costs the same however much is stored. Thread-safe.
 */
public final class Statistics {
    /** The longest window, and the hours that its edges may touch. */
    public static final Duration REACH = Duration.ofDays(90).plusHours(2);

    private final Store store;
    private final InstantSource clock;
    private final RollupCube cube = new RollupCube();

    /** Loads the rollups. */
    public Statistics(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        cube.put(store.statistics().rollups(reach()).list(), reach());
    }

    /** Takes in a batch that was committed. */
    public void apply(BatchResult committed) {
        cube.put(committed.rollups(), reach());
    }

    /**
     * The tally of all items created in the window.
     *
     * @param name subreddit (in any case) or id of a tool; null for all subreddits
     */
    public Tally tally(Dimension dimension, @Nullable String name, Window window) {
        Instant firstWhole = ceilToHour(window.start());
        Instant lastWhole = window.end().truncatedTo(ChronoUnit.HOURS);
        if (!firstWhole.isBefore(lastWhole)) {
            return raw(dimension, name, window);
        }
        return cube.sum(dimension, name, firstWhole, lastWhole)
                .plus(raw(dimension, name, new Window(window.start(), firstWhole)))
                .plus(raw(dimension, name, new Window(lastWhole, window.end())));
    }

    /** The window cut into buckets, oldest first, every one of them, empty or not. */
    public List<Bucket> trend(Dimension dimension, @Nullable String name, Window window, Granularity granularity) {
        List<Bucket> buckets = new ArrayList<>();
        Coverages covered = Coverages.load(store.cycles(), dimension == Dimension.SUBREDDIT ? name : null, window);
        Instant start = window.start();
        Instant next = granularity.startOfBucket(start).plus(granularity.length());
        while (start.isBefore(window.end())) {
            Window bucket = new Window(start, next.isBefore(window.end()) ? next : window.end());
            Tally tally = tally(dimension, name, bucket);
            buckets.add(new Bucket(bucket, tally, tally.total() > 0 || covered.touch(bucket)));
            start = next;
            next = next.plus(granularity.length());
        }
        return buckets;
    }

    private Tally raw(Dimension dimension, @Nullable String name, Window edge) {
        if (edge.length().isZero()) {
            return Tally.ZERO;
        }
        Tally[] sum = {Tally.ZERO};
        store.statistics().points(edge, (_, subreddit, toolIds, sentiment, compoundE4) -> {
            boolean counts = switch (dimension) {
                case SUBREDDIT -> name == null || name.equalsIgnoreCase(subreddit);
                case TOOL -> toolIds.contains(name);
            };
            if (counts) {
                sum[0] = sum[0].plus(Tally.of(sentiment, compoundE4));
            }
        });
        return sum[0];
    }

    /** As far ahead as back: an item may be dated a little after our clock, and one dated far ahead must not cost memory. */
    private Window reach() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new Window(now.minus(REACH), now.plus(REACH));
    }

    private static Instant ceilToHour(Instant instant) {
        Instant floor = instant.truncatedTo(ChronoUnit.HOURS);
        return floor.equals(instant) ? instant : floor.plus(1, ChronoUnit.HOURS);
    }
}
