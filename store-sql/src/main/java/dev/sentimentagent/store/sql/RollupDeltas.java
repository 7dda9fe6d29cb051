package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a batch adds to the rollups. Not thread-safe. */
final class RollupDeltas {
    private final Map<Rollup.Key, Tally> deltas = new HashMap<>();

    /** The item counts from now on; nothing if it is deleted. */
    void add(ScoredItem scored) {
        shift(scored, Tally.of(scored.score()));
    }

    /** The item as it was counts no longer. */
    void remove(ScoredItem scored) {
        shift(scored, Tally.ZERO.minus(Tally.of(scored.score())));
    }

    /** Those that change a rollup. */
    List<Rollup> list() {
        return deltas.entrySet()
                .stream()
                .filter(delta -> !delta.getValue().equals(Tally.ZERO))
                .map(delta -> new Rollup(delta.getKey(), delta.getValue()))
                .toList();
    }

    private void shift(ScoredItem scored, Tally by) {
        Item item = scored.item();
        if (item.deleted()) {
            return;
        }
        Instant hour = Times.ofHour(Times.hour(item.createdUtc()));
        deltas.merge(new Rollup.Key(Dimension.SUBREDDIT, item.subreddit(), item.kind(), hour), by, Tally::plus);
        for (String tool : scored.toolIds()) {
            deltas.merge(new Rollup.Key(Dimension.TOOL, tool, item.kind(), hour), by, Tally::plus);
        }
    }
}
