package dev.sentimentagent.server.reanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.store.sql.SqliteStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReanalysisTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Window EVER = new Window(Instant.EPOCH, NOW.plus(Duration.ofDays(1)));
    private static final int ITEMS = 2500;
    /** VADER takes "error" and "kill" for feelings. */
    private static final List<String> TEXTS = List.of("Kill the process if it returns an error", "I love Claude Code, it just works",
            "> awful\n\nCursor is great", "See the docs");

    @TempDir
    Path folder;

    private final ItemAnalyzer talk = ItemAnalyzer.of(SentimentMethod.DEVTALK, ToolCatalogue.standard());
    private Store store;

    @BeforeEach
    void scoreByVader() {
        store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, new ManualTime(NOW), RandomGenerator.getDefault());
        ItemAnalyzer vader = ItemAnalyzer.of(SentimentMethod.VADER, ToolCatalogue.standard());
        List<ScoredItem> scored = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            String id = "c" + i;
            scored.add(vader.analyze(new Comment(id, i % 5 == 0 ? "aws" : "programming", "a", "p", "t3_p", TEXTS.get(i % TEXTS.size()),
                    "/" + id, NOW.minusSeconds(i), NOW, 1, null, false)));
        }
        Batch.split(scored).forEach(store.items()::save);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void itEndsWithTheScoresThatTheScorerGivesAndExactRollups() throws InterruptedException {
        List<Long> progress = new ArrayList<>();
        Reanalysis reanalysis = reanalysis();
        assertThat(reanalysis.isDue()).isTrue();

        assertThat(reanalysis.run(progress::add)).isEqualTo(ITEMS);

        assertThat(progress).isSorted().last().isEqualTo((long) ITEMS);
        assertThat(reanalysis.isDue()).isFalse();
        ScoredItem one = store.items().find(new ItemKey("t1_c1", "programming", NOW.minusSeconds(1))).orElseThrow();
        assertThat(one.score()).isEqualTo(talk.analyze(one.item()).score());
        assertRollupsAreExact();
        assertThat(reanalysis.run(progress::add)).isZero();
    }

    @Test
    void oneThatBrokeOffGoesOnWhereItWas() throws InterruptedException {
        Reanalysis first = reanalysis();
        first.run(_ -> first.stop());
        long left = left();
        assertThat(left).isBetween(1L, ITEMS - 1L);
        assertRollupsAreExact();

        assertThat(reanalysis().run(_ -> {})).isEqualTo(left);

        assertThat(left()).isZero();
        assertRollupsAreExact();
    }

    private Reanalysis reanalysis() {
        return new Reanalysis(store.items(), talk, (_, _) -> {}, Duration.ZERO);
    }

    private long left() {
        long left = 0;
        String cursor = null;
        do {
            var slice = store.items().walk(new Selection(EVER, null, null, null, talk.scorer()), 1000, cursor);
            left += slice.items().size();
            cursor = slice.next();
        } while (cursor != null);
        return left;
    }

    private void assertRollupsAreExact() {
        assertThat(byKey(store.statistics().rollups(EVER).list())).isEqualTo(byKey(store.statistics().recount(EVER)));
    }

    private static Map<Rollup.Key, Tally> byKey(Collection<Rollup> rollups) {
        return rollups.stream().filter(rollup -> rollup.tally().total() > 0).collect(Collectors.toMap(Rollup::key, Rollup::tally));
    }
}
