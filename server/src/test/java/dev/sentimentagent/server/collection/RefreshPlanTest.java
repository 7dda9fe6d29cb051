package dev.sentimentagent.server.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.store.sql.SqliteStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshPlanTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final Instant HALF_AN_HOUR_AGO = NOW.minus(Duration.ofMinutes(30));
    private static final Score NEUTRAL = new Score(Sentiment.NEUTRAL, 0, 0, 0, 1, 0, "VADER", "3.3.2");

    @TempDir
    private Path folder;

    private Store store;
    private RefreshPlan plan;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, new ManualTime(NOW), RandomGenerator.getDefault());
        plan = new RefreshPlan(store.items());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void postsOfTwoDaysThatTheCycleHasNotSeen() {
        save(post("seen", Duration.ofHours(1)), post("young", Duration.ofHours(47)), post("old", Duration.ofHours(49)));
        assertThat(plan.choose(NOW, HALF_AN_HOUR_AGO, Set.of("t3_seen"), 50)).containsExactly("t3_young");
    }

    @Test
    void commentsAsTheyPassCertainAges() {
        save(
                comment("h1", Duration.ofMinutes(75)),
                comment("h2", Duration.ofMinutes(120)),
                comment("h6", Duration.ofMinutes(6 * 60 + 1)),
                comment("h24", Duration.ofMinutes(24 * 60 + 29)),
                comment("h48", Duration.ofMinutes(48 * 60 + 10)),
                comment("h49", Duration.ofHours(49)));
        assertThat(plan.choose(NOW, HALF_AN_HOUR_AGO, Set.of(), 50)).containsExactlyInAnyOrder("t1_h1", "t1_h6", "t1_h24", "t1_h48");
    }

    @Test
    void missedCyclesAreMadeUpFor() {
        save(comment("a", Duration.ofMinutes(75)), comment("b", Duration.ofHours(4)));
        assertThat(plan.choose(NOW, NOW.minus(Duration.ofHours(5)), Set.of(), 50)).containsExactlyInAnyOrder("t1_a", "t1_b");
    }

    @Test
    void whatExceedsTheBudgetComesFirstNextTime() {
        Post[] posts = new Post[2500];
        for (int i = 0; i < posts.length; i++) {
            posts[i] = post("p" + i, Duration.ofSeconds(60 + i));
        }
        save(posts);
        Set<String> refreshed = new HashSet<>();
        for (int cycle = 0; cycle < 3; cycle++) {
            List<String> chosen = plan.choose(NOW, HALF_AN_HOUR_AGO, Set.of(), 200);
            assertThat(chosen).hasSize(1000).doesNotHaveDuplicates();
            refreshed.addAll(chosen);
        }
        assertThat(refreshed).hasSize(2500);
        assertThat(plan.choose(NOW, HALF_AN_HOUR_AGO, Set.of(), 20)).hasSize(2500);
    }

    private void save(Item... items) {
        List<ScoredItem> scored = new ArrayList<>();
        for (Item item : items) {
            scored.add(new ScoredItem(item, NEUTRAL, Set.of()));
        }
        for (int from = 0; from < scored.size(); from += Batch.MAX_ITEMS) {
            store.items().save(Batch.of(scored.subList(from, Math.min(from + Batch.MAX_ITEMS, scored.size()))));
        }
    }

    private static Post post(String id, Duration age) {
        return new Post(id, "s", "a", "t", "", "", "/", NOW.minus(age), NOW, 1, 0, null, false);
    }

    private static Comment comment(String id, Duration age) {
        return new Comment(id, "s", "a", "p", "t3_p", "b", "/", NOW.minus(age), NOW, 1, null, false);
    }
}
