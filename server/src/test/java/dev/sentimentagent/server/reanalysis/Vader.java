package dev.sentimentagent.server.reanalysis;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Items that VADER has scored, and whether a store's rollups are exact. */
public final class Vader {
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Window EVER = new Window(Instant.EPOCH, NOW.plus(Duration.ofDays(1)));
    /** VADER takes "error" and "kill" for feelings. */
    private static final List<String> TEXTS = List.of("Kill the process if it returns an error", "I love Claude Code, it just works",
            "> awful\n\nCursor is great", "See the docs, wumpus said");

    private static final ItemAnalyzer VADER = ItemAnalyzer.of(SentimentMethod.VADER, ToolCatalogue.standard());

    private Vader() {}

    /** Stores so many comments, a second apart. */
    public static void fill(Store store, int items) {
        List<ScoredItem> scored = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            scored.add(VADER.analyze(comment(i, TEXTS.get(i % TEXTS.size()), NOW, false)));
        }
        Batch.split(scored).forEach(store.items()::save);
    }

    static ScoredItem seen(int number, String text, Instant when, boolean deleted) {
        return VADER.analyze(comment(number, text, when, deleted));
    }

    static Comment comment(int number, String text, Instant seen, boolean deleted) {
        String id = "c" + number;
        return new Comment(id, number % 5 == 0 ? "aws" : "programming", "a", "p", "t3_p", text, "/" + id, NOW.minusSeconds(number), seen, 1,
                null, deleted);
    }

    /** The stored rollups, and what a count of all items gives. */
    public static List<Map<Rollup.Key, Tally>> rollupsAndRecount(Store store) {
        return List.of(byKey(store.statistics().rollups(EVER).list()), byKey(store.statistics().recount(EVER)));
    }

    private static Map<Rollup.Key, Tally> byKey(Collection<Rollup> rollups) {
        return rollups.stream().filter(rollup -> rollup.tally().total() > 0).collect(Collectors.toMap(Rollup::key, Rollup::tally));
    }
}
