package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the items of a window add up to: its whole hours from the rollups, its two edges from the points. Thread-safe, as its parts are. */
record WindowTallies(TallyCubes cubes, PointCache points, Collected collected) {
    /** @param name subreddit (in any case) or id of a tool; null for all subreddits */
    Tally tally(Dimension dimension, @Nullable String name, Window window) {
        Instant firstWhole = Hours.ceil(window.start());
        Instant lastWhole = window.end().truncatedTo(ChronoUnit.HOURS);
        if (firstWhole.isAfter(lastWhole)) {
            return edge(dimension, name, window.start(), window.end());
        }
        return cubes.sum(dimension, name, firstWhole, lastWhole)
                .plus(edge(dimension, name, window.start(), firstWhole))
                .plus(edge(dimension, name, lastWhole, window.end()));
    }

    /** The window cut into buckets, oldest first, every one of them, empty or not. */
    List<Bucket> trend(Dimension dimension, @Nullable String name, Window window, Granularity granularity) {
        List<Bucket> buckets = new ArrayList<>();
        CollectedSpans spans = collected.spans();
        String subreddit = dimension == Dimension.SUBREDDIT ? name : null;
        Instant start = window.start();
        Instant next = granularity.startOfBucket(start).plus(granularity.length());
        while (start.isBefore(window.end())) {
            Window bucket = new Window(start, next.isBefore(window.end()) ? next : window.end());
            Tally tally = tally(dimension, name, bucket);
            buckets.add(new Bucket(bucket, tally, tally.total() > 0 || spans.touch(subreddit, bucket)));
            start = next;
            next = next.plus(granularity.length());
        }
        return buckets;
    }

    /** Items created within one hour. */
    private Tally edge(Dimension dimension, @Nullable String name, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Tally.ZERO;
        }
        long hour = Hours.of(from);
        long start = hour * Hours.SECONDS;
        return points.hour(hour).tally(dimension, name, (int) (Hours.secondsUp(from) - start), (int) (Hours.secondsUp(to) - start));
    }
}
