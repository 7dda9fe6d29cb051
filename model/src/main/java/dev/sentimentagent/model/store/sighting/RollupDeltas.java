package dev.sentimentagent.model.store.sighting;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.ToolVerdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a batch adds to the rollups. Not thread-safe. */
public final class RollupDeltas {
    private final Map<Rollup.Key, Tally> deltas = new HashMap<>();

    /** The item counts from now on; nothing if it is deleted, and only as a bot's if it is one's. */
    public void add(ScoredItem scored) {
        shift(scored, 1);
    }

    /** The same of an item that is not deleted, by what it counts by. */
    public void add(String subreddit, ItemKind kind, Instant created, Mentions mentions, Score score, boolean bot) {
        shift(subreddit, kind, created, mentions, score, bot, 1);
    }

    /** The item as it was counts no longer. */
    public void remove(ScoredItem scored) {
        shift(scored, -1);
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

    /** Counts the tally of items of that subreddit, kind, time and tools in under these; each counts for a tool by the verdict on it. */
    public void shift(String subreddit, ItemKind kind, Instant created, Mentions mentions, Tally by) {
        Instant hour = created.truncatedTo(ChronoUnit.HOURS);
        add(new Rollup.Key(Dimension.SUBREDDIT, subreddit, kind, hour), by);
        for (String tool : mentions.toolIds()) {
            ToolVerdict verdict = mentions.verdicts().get(tool);
            add(new Rollup.Key(Dimension.TOOL, tool, kind, hour), verdict == null ? by : Tally.of(verdict).times(by.total()));
        }
    }

    private void shift(ScoredItem scored, int times) {
        Item item = scored.item();
        if (!item.deleted()) {
            shift(item.subreddit(), item.kind(), item.createdUtc(), scored.mentions(), scored.score(), scored.bot(), times);
        }
    }

    private void shift(String subreddit, ItemKind kind, Instant created, Mentions mentions, Score score, boolean bot, int times) {
        Tally by = Tally.of(score).times(times);
        Instant hour = created.truncatedTo(ChronoUnit.HOURS);
        if (bot) {
            add(new Rollup.Key(Dimension.BOT, subreddit, kind, hour), by);
            return;
        }
        shift(subreddit, kind, created, mentions, by);
        add(new Rollup.Key(Dimension.METHOD, score.scorer(), kind, hour), by);
        if (score.foreign()) {
            add(new Rollup.Key(Dimension.FOREIGN, subreddit, kind, hour), by);
        }
    }

    private void add(Rollup.Key key, Tally by) {
        deltas.merge(key, by, Tally::plus);
    }
}
