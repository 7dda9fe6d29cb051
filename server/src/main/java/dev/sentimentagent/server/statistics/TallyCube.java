package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Rollups;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rollups of one length in memory: a sum over any span of them costs the same. Not thread-safe. */
final class TallyCube {
    /** Name of the series that sums all names of a dimension; no name of a subreddit or tool is empty. */
    private static final String ALL = "";

    private final long stepSeconds;
    private final Map<SeriesKey, RunningTotals> series = new HashMap<>();

    private record SeriesKey(Dimension dimension, String name, ItemKind kind) {}

    /** @param step length of the rollups */
    TallyCube(Duration step) {
        this.stepSeconds = step.toSeconds();
    }

    /**
     * Takes rollups in as they are now.
     *
     * @param reach those of steps that start outside of it are left out
     */
    void put(Collection<Rollup> rollups, Window reach) {
        long earliest = stepOf(reach.start());
        Set<RunningTotals> changed = new HashSet<>();
        for (Rollup rollup : rollups) {
            Rollup.Key key = rollup.key();
            if (reach.contains(key.hour())) {
                long step = stepOf(key.hour());
                RunningTotals own = open(new SeriesKey(key.dimension(), name(key.dimension(), key.name()), key.kind()), earliest, changed);
                Tally before = own.set(step, rollup.tally());
                if (key.dimension().bySubreddit()) {
                    open(new SeriesKey(key.dimension(), ALL, key.kind()), earliest, changed).add(step, rollup.tally().minus(before));
                }
            }
        }
        changed.forEach(RunningTotals::close);
    }

    /**
     * The tally of whole steps, of both kinds of item.
     *
     * @param name null for all subreddits, in a dimension that has these
     * @param from start of the first step
     * @param to end of the last one
     */
    Tally sum(Dimension dimension, @Nullable String name, Instant from, Instant to) {
        long[] sums = new long[5];
        String key = name == null ? ALL : name(dimension, name);
        for (ItemKind kind : ItemKind.values()) {
            RunningTotals totals = series.get(new SeriesKey(dimension, key, kind));
            if (totals != null) {
                totals.sum(stepOf(from), stepOf(to), sums);
            }
        }
        return new Tally(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }

    /** Adds the number of items of whole steps to those of each name of a dimension. */
    void addTotals(Dimension dimension, Instant from, Instant to, Map<String, Long> totals) {
        series.forEach((key, running) -> {
            if (key.dimension == dimension && !key.name.equals(ALL)) {
                long[] sums = new long[5];
                running.sum(stepOf(from), stepOf(to), sums);
                totals.merge(key.name, sums[0] + sums[1] + sums[2], Long::sum);
            }
        });
    }

    /** All steps before this time are empty. */
    void clear(Instant before) {
        series.values().forEach(totals -> totals.clear(stepOf(before)));
    }

    /** Start of the last step that anything was counted in. */
    Optional<Instant> last() {
        return series.entrySet()
                .stream()
                .filter(one -> one.getKey().dimension == Dimension.SUBREDDIT)
                .flatMapToLong(one -> one.getValue().last().stream())
                .max()
                .stream()
                .mapToObj(step -> Instant.ofEpochSecond(step * stepSeconds))
                .findFirst();
    }

    /** Names of people's making are the same in any case; those of methods are ours, and shown. */
    private static String name(Dimension dimension, String name) {
        return dimension == Dimension.METHOD ? name : name.toLowerCase(Locale.ROOT);
    }

    private RunningTotals open(SeriesKey key, long earliest, Set<RunningTotals> changed) {
        RunningTotals totals = series.computeIfAbsent(key, _ -> new RunningTotals());
        if (changed.add(totals)) {
            totals.forget(earliest);
        }
        return totals;
    }

    private long stepOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), stepSeconds);
    }
}
