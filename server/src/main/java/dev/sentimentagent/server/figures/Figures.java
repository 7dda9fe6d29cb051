package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.statistics.Bucket;
import dev.sentimentagent.server.statistics.Granularity;
import dev.sentimentagent.server.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of the dashboard. Thread-safe. */
public final class Figures {
    private static final Duration BY_HOUR = Duration.ofHours(49);
    private static final Duration BY_DAY = Duration.ofDays(120);

    private final Statistics statistics;
    private final Store store;
    private final Map<String, String> toolNames;

    /** @param toolNames names of the tools by id */
    public Figures(Statistics statistics, Store store, Map<String, String> toolNames) {
        this.statistics = statistics;
        this.store = store;
        this.toolNames = Map.copyOf(toolNames);
    }

    /** A scope in a few figures, with their changes from the preceding window of equal length. */
    public Overview overview(Scope scope) {
        Side after = side(scope);
        Side before = side(scope.preceding());
        Change positive = Estimates.change(before.positive(), before.clustering.positive(), after.positive(), after.clustering.positive());
        Change neutral = Estimates.change(before.neutral(), before.clustering.neutral(), after.neutral(), after.clustering.neutral());
        Change negative = Estimates.change(before.negative(), before.clustering.negative(), after.negative(), after.clustering.negative());
        return new Overview(scope, after.tally.total(), after.clustering.authors(), after.clustering.threads(), after.collected,
                after.positive(), after.neutral(), after.negative(), after.mean(), known(before, after, positive),
                known(before, after, neutral), known(before, after, negative),
                known(before, after, Estimates.change(before.mean(), after.mean())), volume(before, after));
    }

    /** A row for each tool of the catalogue, the most mentioned first. Of the scope the tool does not count. */
    public List<GroupRow> tools(Scope scope) {
        return rows(scope, toolNames.entrySet().stream().map(tool -> new Group(tool.getKey(), tool.getValue(),
                new Scope(scope.window(), scope.subreddit(), tool.getKey()))).toList());
    }

    /** A row for each subreddit of which anything is stored, the one with the most items first. Of the scope the subreddit does not count. */
    public List<GroupRow> subreddits(Scope scope) {
        return rows(scope, store.items().subreddits().stream().map(name -> new Group(name, name,
                new Scope(scope.window(), name, scope.toolId()))).toList());
    }

    /** A scope over time. */
    public Series series(Scope scope, Granularity granularity) {
        return new Series(scope, granularity, steps(scope, granularity, Clustering.NONE));
    }

    /** Steps that make a legible line of a window: hours up to two days, days up to four months, weeks beyond. */
    public static Granularity granularity(Window window) {
        if (window.length().compareTo(BY_HOUR) <= 0) {
            return Granularity.HOUR;
        }
        return window.length().compareTo(BY_DAY) <= 0 ? Granularity.DAY : Granularity.WEEK;
    }

    private record Group(String id, String name, Scope scope) {}

    /** One side of a comparison. */
    private record Side(Tally tally, Clustering clustering, double collected) {
        Share positive() {
            return Estimates.share(tally.positive(), tally.total(), clustering.positive());
        }

        Share neutral() {
            return Estimates.share(tally.neutral(), tally.total(), clustering.neutral());
        }

        Share negative() {
            return Estimates.share(tally.negative(), tally.total(), clustering.negative());
        }

        Mean mean() {
            return Estimates.mean(tally, clustering);
        }
    }

    private List<GroupRow> rows(Scope scope, List<Group> groups) {
        long all = tally(new Scope(scope.window(), scope.subreddit(), null)).total();
        List<GroupRow> rows = new ArrayList<>();
        for (Group group : groups) {
            Side after = side(group.scope());
            Side before = side(group.scope().preceding());
            Change change = known(before, after, Estimates.change(before.mean(), after.mean()));
            rows.add(new GroupRow(group.id(), group.name(), after.tally.total(), after.clustering.authors(),
                    Estimates.share(after.tally.total(), all, 1), after.mean(), after.positive(), after.negative(), change,
                    volume(before, after), steps(group.scope(), granularity(scope.window()), after.clustering)));
        }
        List<Change> controlled = FalseDiscovery.control(rows.stream().map(GroupRow::change).toList());
        List<GroupRow> result = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            result.add(rows.get(i).with(controlled.get(i)));
        }
        result.sort(Comparator.comparingLong(GroupRow::mentions).reversed().thenComparing(GroupRow::name));
        return result;
    }

    private Side side(Scope scope) {
        return new Side(tally(scope), Clustering.NONE, collected(scope));
    }

    private static Change known(Side before, Side after, Change change) {
        return before.collected == 0 || after.collected == 0 ? change.with(Verdict.NOT_COLLECTED) : change;
    }

    private static VolumeChange volume(Side before, Side after) {
        return Estimates.volume(before.tally.total(), before.clustering.volume(), before.collected, after.tally.total(),
                after.clustering.volume(), after.collected);
    }

    private List<Step> steps(Scope scope, Granularity granularity, Clustering clustering) {
        Instant start = scope.window().start();
        Instant end = scope.window().end();
        return buckets(scope, granularity).stream()
                .map(bucket -> new Step(bucket.window(), bucket.tally(), Estimates.mean(bucket.tally(), clustering), bucket.collected(),
                        isCut(bucket.window(), granularity, start, end)))
                .toList();
    }

    private static boolean isCut(Window step, Granularity granularity, Instant start, Instant end) {
        return (step.start().equals(start) || step.end().equals(end)) && step.length().compareTo(granularity.length()) < 0;
    }

    /** Share of the window of which anything was collected. */
    private double collected(Scope scope) {
        Granularity granularity = scope.window().length().compareTo(BY_HOUR) <= 0 ? Granularity.HOUR : Granularity.DAY;
        List<Bucket> buckets = statistics.trend(Dimension.SUBREDDIT, scope.subreddit(), scope.window(), granularity);
        return buckets.isEmpty() ? 0 : (double) buckets.stream().filter(Bucket::collected).count() / buckets.size();
    }

    private Tally tally(Scope scope) {
        String tool = scope.toolId();
        String subreddit = scope.subreddit();
        if (tool != null && subreddit != null) {
            return counted(scope, tool, subreddit);
        }
        return statistics.tally(dimension(tool), tool == null ? subreddit : tool, scope.window());
    }

    private List<Bucket> buckets(Scope scope, Granularity granularity) {
        String tool = scope.toolId();
        String subreddit = scope.subreddit();
        List<Bucket> buckets = statistics.trend(dimension(tool), tool == null ? subreddit : tool, scope.window(), granularity);
        if (tool == null || subreddit == null) {
            return buckets;
        }
        return buckets.stream()
                .map(bucket -> new Bucket(bucket.window(), counted(scope.during(bucket.window()), tool, subreddit), bucket.collected()))
                .toList();
    }

    private Tally counted(Scope scope, String tool, String subreddit) {
        Tally[] sum = {Tally.ZERO};
        store.statistics().points(scope.window(), (_, of, toolIds, sentiment, compound) -> {
            if (toolIds.contains(tool) && of.equalsIgnoreCase(subreddit)) {
                sum[0] = sum[0].plus(Tally.of(sentiment, compound));
            }
        });
        return sum[0];
    }

    private static Dimension dimension(@Nullable String tool) {
        return tool == null ? Dimension.SUBREDDIT : Dimension.TOOL;
    }
}
