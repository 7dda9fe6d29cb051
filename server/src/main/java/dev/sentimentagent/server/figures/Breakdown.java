package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.server.statistics.Bucket;
import dev.sentimentagent.server.statistics.Granularity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A scope by tool or by subreddit, over time: what is not in the rollups (a tool within a subreddit) is counted in one pass for all of them.
 * Thread-safe.
 */
final class Breakdown {
    private final Sources sources;
    private final Scope scope;
    private final Groups by;
    private final Granularity granularity;
    private final Function<String, Clustering> clusterings;
    private final List<Bucket> frame;
    private final double collected;
    /** By id, one for each bucket; empty if the rollups have them. */
    private final Map<String, List<Tally>> voiced = new HashMap<>();

    Breakdown(Sources sources, Scope scope, Groups by, Granularity granularity) {
        this.sources = sources;
        this.scope = scope;
        this.by = by;
        this.granularity = granularity;
        this.clusterings = sources.clusterings().of(scope, by, sources.items(scope.window()));
        this.frame = sources.buckets(new Scope(scope.window(), by == Groups.SUBREDDITS ? null : scope.subreddit(), null), granularity);
        this.collected = sources.collected(scope);
        if (!inRollups()) {
            sources.ensure(scope.window());
            Rows rows = Rows.of(sources.voices().groups(), scope, by);
            List<List<Tally>> tallies = Counting.tallies(sources.voices(), rows, frame.stream().map(Bucket::window).toList());
            for (int row = 0; row < rows.size(); row++) {
                voiced.put(rows.ids().get(row), tallies.get(row));
            }
        }
    }

    /** Of one tool, or of one subreddit. */
    Side side(String id) {
        Tally tally = inRollups()
                ? sources.tally(scope(id))
                : tallies(id).stream().reduce(Tally.ZERO, Tally::plus);
        return new Side(tally, clusterings.apply(id), by == Groups.SUBREDDITS ? sources.collected(scope(id)) : collected);
    }

    List<Bucket> buckets(String id) {
        if (inRollups()) {
            return sources.buckets(scope(id), granularity);
        }
        List<Bucket> own = by == Groups.SUBREDDITS ? sources.buckets(new Scope(scope.window(), id, null), granularity) : frame;
        return fill(own, tallies(id));
    }

    /** The same buckets with other tallies. */
    static List<Bucket> fill(List<Bucket> buckets, List<Tally> tallies) {
        return IntStream.range(0, buckets.size())
                .mapToObj(i -> new Bucket(buckets.get(i).window(), tallies.get(i), buckets.get(i).collected()))
                .toList();
    }

    private List<Tally> tallies(String id) {
        return voiced.getOrDefault(Rows.id(by, id), frame.stream().map(_ -> Tally.ZERO).toList());
    }

    private boolean inRollups() {
        return by == Groups.TOOLS ? scope.subreddit() == null : scope.toolId() == null;
    }

    private Scope scope(String id) {
        return by == Groups.TOOLS ? new Scope(scope.window(), scope.subreddit(), id) : new Scope(scope.window(), id, scope.toolId());
    }
}
