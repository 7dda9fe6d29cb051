package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.statistics.Bucket;
import dev.sentimentagent.server.statistics.Granularity;
import dev.sentimentagent.server.statistics.Statistics;
import java.util.List;

/** What figures are made from: tallies from the rollups, all else from the voices. Thread-safe. */
record Sources(Statistics statistics, Voices voices, Clusterings clusterings) {
    Tally tally(Scope scope) {
        String tool = scope.toolId();
        if (tool == null) {
            return statistics.tally(Dimension.SUBREDDIT, scope.subreddit(), scope.window());
        }
        if (scope.subreddit() == null) {
            return statistics.tally(Dimension.TOOL, tool, scope.window());
        }
        ensure(scope.window());
        return voiced(scope, List.of(scope.window())).getFirst();
    }

    /** Reads the items of a window into memory; which hours have none is known without. */
    void ensure(Window window) {
        lacking(window).forEach(voices::ensure);
    }

    /** How many hours of a window must be read before its items can be counted. */
    int lack(Window window) {
        return lacking(window).size();
    }

    /**
     * Those hours. A window that precedes one of 90 days has items in its last hour alone, until retention takes them: its other two thousand
     * are never in memory.
     */
    private List<Window> lacking(Window window) {
        if (voices.hold(window) || items(window) == 0) {
            return List.of();
        }
        return statistics.trend(Dimension.SUBREDDIT, null, window, Granularity.HOUR)
                .stream()
                .filter(hour -> hour.tally().total() > 0)
                .map(Bucket::window)
                .filter(hour -> !voices.hold(hour))
                .toList();
    }

    /** How many items there are in the window, whatever they speak of. */
    long items(Window window) {
        return tally(Scope.of(window)).total();
    }

    Clustering clustering(Scope scope) {
        return clusterings.of(scope, items(scope.window()));
    }

    Side side(Scope scope) {
        return new Side(tally(scope), clustering(scope), collected(scope));
    }

    /** The same of the preceding window. */
    Side before(Scope scope, Side after) {
        return side(scope.preceding()).or(after.clustering()).scoredAlike(scoredAsBefore(scope));
    }

    /** Whether the window and the preceding one were scored by the same methods. */
    boolean scoredAsBefore(Scope scope) {
        return statistics.scoring().comparable(scope.preceding().window(), scope.window());
    }

    /** The window cut into buckets, oldest first. */
    List<Bucket> buckets(Scope scope, Granularity granularity) {
        String tool = scope.toolId();
        if (tool != null && scope.subreddit() == null) {
            return statistics.trend(Dimension.TOOL, tool, scope.window(), granularity);
        }
        List<Bucket> buckets = statistics.trend(Dimension.SUBREDDIT, scope.subreddit(), scope.window(), granularity);
        if (tool == null) {
            return buckets;
        }
        return Breakdown.fill(buckets, voiced(scope, buckets.stream().map(Bucket::window).toList()));
    }

    private List<Tally> voiced(Scope scope, List<Window> parts) {
        return Counting.tallies(voices, Rows.of(voices.groups(), scope, null), parts).getFirst();
    }

    /** Share of the window of which anything was collected. */
    double collected(Scope scope) {
        Granularity granularity = scope.window().length().compareTo(Figures.BY_HOUR) <= 0 ? Granularity.HOUR : Granularity.DAY;
        List<Bucket> buckets = statistics.trend(Dimension.SUBREDDIT, scope.subreddit(), scope.window(), granularity);
        return buckets.isEmpty() ? 0 : (double) buckets.stream().filter(Bucket::collected).count() / buckets.size();
    }
}
