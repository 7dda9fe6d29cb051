package dev.sentimentagent.model.store.sighting;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a batch adds to the rollups. Not thread-safe. */
public final class RollupDeltas {
    private final Map<Rollup.Key, Tally> deltas = new HashMap<>();

    /** The item counts from now on; nothing if it is deleted. */
    public void add(ScoredItem scored) {
        shift(scored, Tally.of(scored.score()));
    }

    /** The item as it was counts no longer. */
    public void remove(ScoredItem scored) {
        shift(scored, Tally.ZERO.minus(Tally.of(scored.score())));
    }

    /** Those that change a rollup. */
    public List<Rollup> list() {
        return deltas.entrySet()
                .stream()
                .filter(delta -> !delta.getValue().equals(Tally.ZERO))
                .map(delta -> new Rollup(delta.getKey(), delta.getValue()))
                .toList();
    }

    /** The same taken away instead of added. */
    public List<Rollup> negated() {
        return list().stream().map(delta -> new Rollup(delta.key(), Tally.ZERO.minus(delta.tally()))).toList();
    }

    /** The same by day. */
    public List<Rollup> byDay() {
        Map<Rollup.Key, Tally> days = new HashMap<>();
        for (Rollup delta : list()) {
            Rollup.Key key = delta.key();
            Instant day = key.hour().truncatedTo(ChronoUnit.DAYS);
            days.merge(new Rollup.Key(key.dimension(), key.name(), key.kind(), day), delta.tally(), Tally::plus);
        }
        return days.entrySet().stream().map(delta -> new Rollup(delta.getKey(), delta.getValue())).toList();
    }

    /** Counts the tally of items of that subreddit, kind, time and tools in. */
    public void shift(String subreddit, ItemKind kind, Instant created, Set<String> tools, Tally by) {
        Instant hour = created.truncatedTo(ChronoUnit.HOURS);
        deltas.merge(new Rollup.Key(Dimension.SUBREDDIT, subreddit, kind, hour), by, Tally::plus);
        for (String tool : tools) {
            deltas.merge(new Rollup.Key(Dimension.TOOL, tool, kind, hour), by, Tally::plus);
        }
    }

    private void shift(ScoredItem scored, Tally by) {
        Item item = scored.item();
        if (!item.deleted()) {
            shift(item.subreddit(), item.kind(), item.createdUtc(), scored.toolIds(), by);
        }
    }
}
