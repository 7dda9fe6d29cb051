package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.server.statistics.Bucket;
import dev.sentimentagent.server.statistics.Granularity;
import dev.sentimentagent.server.statistics.MethodChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tables by tool and by subreddit, and series. Thread-safe. */
record Tables(Sources sources, ItemStore items, Supplier<Map<String, String>> toolNames) {
    List<GroupRow> tools(Scope scope) {
        return rows(scope, Groups.TOOLS, toolNames.get());
    }

    List<GroupRow> subreddits(Scope scope) {
        return rows(scope, Groups.SUBREDDITS, items.subreddits().stream().collect(Collectors.toMap(name -> name, name -> name)));
    }

    /** A line through buckets of a scope. */
    List<Step> steps(Scope scope, Granularity granularity, Clustering clustering) {
        return steps(scope.window(), sources.buckets(scope, granularity), granularity, clustering, changes(scope));
    }

    private List<MethodChange> changes(Scope scope) {
        return sources.statistics().scoring().changes(scope.window());
    }

    private static List<Step> steps(Window window, List<Bucket> buckets, Granularity granularity, Clustering clustering,
            List<MethodChange> changes) {
        return buckets.stream()
                .map(bucket -> new Step(bucket.window(), bucket.tally(), Estimates.mean(bucket.tally(), clustering), bucket.collected(),
                        (bucket.window().start().equals(window.start()) || bucket.window().end().equals(window.end()))
                                && bucket.window().length().compareTo(granularity.length()) < 0,
                        changes.stream().anyMatch(change -> bucket.window().contains(change.at()))))
                .toList();
    }

    private List<GroupRow> rows(Scope scope, Groups by, Map<String, String> names) {
        long all = sources.tally(new Scope(scope.window(), scope.subreddit(), null)).total();
        Granularity granularity = Figures.granularity(scope.window());
        Breakdown after = new Breakdown(sources, scope, by, granularity);
        Breakdown before = new Breakdown(sources, scope.preceding(), by, granularity);
        List<MethodChange> changes = changes(scope);
        boolean scoredAlike = sources.scoredAsBefore(scope);
        List<GroupRow> rows = names.entrySet()
                .stream()
                .map(group -> {
                    Side now = after.side(group.getKey());
                    Side then = before.side(group.getKey()).or(now.clustering()).scoredAlike(scoredAlike);
                    return row(group.getKey(), group.getValue(), then, now, all,
                            steps(scope.window(), after.buckets(group.getKey()), granularity, now.clustering(), changes));
                })
                .toList();
        List<Change> controlled = FalseDiscovery.control(rows.stream().map(GroupRow::change).toList());
        List<GroupRow> result = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            result.add(rows.get(i).with(controlled.get(i)));
        }
        result.sort(Comparator.comparingLong(GroupRow::mentions).reversed().thenComparing(GroupRow::name));
        return result;
    }

    private static GroupRow row(String id, String name, Side before, Side after, long all, List<Step> sparkline) {
        return new GroupRow(id, name, after.tally().total(), after.clustering().authors(),
                Estimates.share(after.tally().total(), all, after.clustering().volume()), after.mean(), after.positive(), after.negative(),
                before.meanChange(after), before.volumeChange(after), sparkline);
    }
}
