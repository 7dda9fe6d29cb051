package dev.sentimentagent.server.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.ToolVerdict;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.sql.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted in one go, beside each cell counted for itself. */
class CellCounterTest {
    private static final Window WINDOW = Window.ending(Instant.parse("2026-03-10T12:00:00Z"), Duration.ofHours(30));
    private static final List<String> SUBREDDITS = List.of("aws", "claude", "cursor");
    private static final List<String> TOOLS = List.of("cursor", "claude-code", "kiro");
    private static final ToolVerdict PRAISED = new ToolVerdict(Sentiment.POSITIVE, 8000);
    private static final List<Sentiment> SENTIMENTS = List.of(Sentiment.values());
    private static final int ITEMS = 3000;

    private final List<ScoredItem> items = items(new Random(5));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {100, 1000, 1 << 20})
    void everyCellIsAsIfCountedAlone(int atOnce) {
        Cells cells = count(new CellCounter(atOnce));
        for (@Nullable
        String subreddit : withNull(SUBREDDITS)) {
            for (@Nullable
            String tool : withNull(TOOLS)) {
                assertThat(cells.of(subreddit, tool)).as("%s in %s", tool, subreddit)
                        .usingRecursiveComparison().withComparatorForType(CellCounterTest::nearly, Double.class)
                        .isEqualTo(alone(new Scope(WINDOW, subreddit, tool)));
            }
        }
    }

    @Test
    void aCounterMayBeUsedAgain() {
        CellCounter counter = new CellCounter(500);
        assertThat(count(counter)).isEqualTo(count(counter));
    }

    private Cells count(CellCounter counter) {
        try (Store store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, TimeSource.system(), new Random(1))) {
            Batch.split(items).forEach(store.items()::save);
            Voices voices = new Voices(store.statistics(), Voices.MAX_ITEMS);
            voices.ensure(WINDOW);
            return counter.count(voices, WINDOW, true);
        }
    }

    private Clustering alone(Scope scope) {
        List<ScoredItem> own = items.stream()
                .filter(one -> scope.subreddit() == null || one.item().subreddit().equals(scope.subreddit()))
                .filter(one -> scope.toolId() == null || one.mentions().toolIds().contains(scope.toolId()))
                .toList();
        ThreadEffects effects = new ThreadEffects(own.stream().map(scope::tally).reduce(Tally.ZERO, Tally::plus));
        Map<String, Tally> threads = own.stream()
                .collect(Collectors.toMap(one -> ((Comment) one.item()).postId(), scope::tally, Tally::plus));
        threads.values().forEach(
                thread -> effects.add((int) thread.total(), thread.compoundSumE4(), (int) thread.positive(), (int) thread.negative()));
        return effects.clustering().with(own.stream().map(one -> one.item().author()).distinct().count());
    }

    private static List<ScoredItem> items(Random random) {
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            int thread = random.nextInt(200);
            Set<String> tools = TOOLS.stream().filter(_ -> random.nextInt(3) == 0).collect(Collectors.toSet());
            Map<String, ToolVerdict> verdicts = tools.size() > 1 && tools.contains("kiro") ? Map.of("kiro", PRAISED) : Map.of();
            Sentiment sentiment = SENTIMENTS.get(random.nextInt(SENTIMENTS.size()));
            Instant created = WINDOW.start().plusSeconds(random.nextInt((int) WINDOW.length().toSeconds()));
            items.add(new ScoredItem(
                    new Comment("c" + i, SUBREDDITS.get(thread % SUBREDDITS.size()), "someone" + random.nextInt(150), "p" + thread,
                            "t3_p" + thread, "text", "/x", created, created, 1, null, false),
                    new Score(sentiment, random.nextInt(-10_000, 10_001) / 10_000.0, 0, 0, 1, 1, "VADER", "1"),
                    new Mentions(tools, verdicts)));
        }
        return items;
    }

    private static List<@Nullable String> withNull(List<String> names) {
        List<@Nullable String> all = new ArrayList<>(names);
        all.add(null);
        return all;
    }

    /** Sums of another order differ in their last digits. */
    private static int nearly(Double one, Double other) {
        return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other)) ? 0 : one.compareTo(other);
    }
}
