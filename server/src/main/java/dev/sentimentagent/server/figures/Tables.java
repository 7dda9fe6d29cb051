package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.server.statistics.Granularity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tables by tool and by subreddit, and series. Thread-safe. */
record Tables(Sources sources, ItemStore items, Supplier<Map<String, String>> toolNames) {
    private record Group(String id, String name, Scope scope) {}

    List<GroupRow> tools(Scope scope) {
        return rows(scope, toolNames.get().entrySet()
                .stream()
                .map(tool -> new Group(tool.getKey(), tool.getValue(), new Scope(scope.window(), scope.subreddit(), tool.getKey())))
                .toList());
    }

    List<GroupRow> subreddits(Scope scope) {
        return rows(scope, items.subreddits()
                .stream()
                .map(name -> new Group(name, name, new Scope(scope.window(), name, scope.toolId())))
                .toList());
    }

    List<Step> steps(Scope scope, Granularity granularity, Clustering clustering) {
        Instant start = scope.window().start();
        Instant end = scope.window().end();
        return sources.buckets(scope, granularity)
                .stream()
                .map(bucket -> new Step(bucket.window(), bucket.tally(), Estimates.mean(bucket.tally(), clustering), bucket.collected(),
                        (bucket.window().start().equals(start) || bucket.window().end().equals(end))
                                && bucket.window().length().compareTo(granularity.length()) < 0))
                .toList();
    }

    private List<GroupRow> rows(Scope scope, List<Group> groups) {
        long all = sources.tally(new Scope(scope.window(), scope.subreddit(), null)).total();
        Granularity granularity = Figures.granularity(scope.window());
        List<GroupRow> rows = groups.stream().map(group -> row(group, all, granularity)).toList();
        List<Change> controlled = FalseDiscovery.control(rows.stream().map(GroupRow::change).toList());
        List<GroupRow> result = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            result.add(rows.get(i).with(controlled.get(i)));
        }
        result.sort(Comparator.comparingLong(GroupRow::mentions).reversed().thenComparing(GroupRow::name));
        return result;
    }

    private GroupRow row(Group group, long all, Granularity granularity) {
        Side after = sources.side(group.scope());
        Side before = sources.before(group.scope(), after);
        return new GroupRow(group.id(), group.name(), after.tally().total(), after.clustering().authors(),
                Estimates.share(after.tally().total(), all, after.clustering().volume()), after.mean(), after.positive(), after.negative(),
                before.meanChange(after), before.volumeChange(after), steps(group.scope(), granularity, after.clustering()));
    }
}
