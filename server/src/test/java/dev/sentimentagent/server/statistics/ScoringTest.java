package dev.sentimentagent.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.sql.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten days with an item an hour, by VADER at first, from noon of the fifth on by DEVTALK. */
class ScoringTest {
    private static final Instant NOW = Instant.parse("2026-03-11T00:00:00Z");
    private static final Instant CHANGED = Instant.parse("2026-03-06T12:00:00Z");
    private static final Window ALL = Window.ending(NOW, Duration.ofDays(10));

    @TempDir
    Path folder;

    private Store store;
    private Statistics statistics;
    private int made;

    @BeforeEach
    void fill() {
        store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, TimeSource.system(), new Random(1));
        List<ScoredItem> items = new ArrayList<>();
        for (Instant at = ALL.start(); at.isBefore(NOW); at = at.plus(Duration.ofHours(1))) {
            items.add(scored("Cursor", at, at.isBefore(CHANGED) ? "VADER" : "DEVTALK"));
        }
        Batch.split(items).forEach(store.items()::save);
        statistics = new Statistics(store, InstantSource.fixed(NOW), Duration.ofHours(25), Duration.ofDays(90));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tellsTheMethodsOfAWindowAndWhereTheyChange() {
        assertThat(statistics.scoring().methods(ALL)).containsExactly(new MethodUse("VADER", "1", 132), new MethodUse("DEVTALK", "1", 108));
        assertThat(statistics.scoring().changes(ALL)).containsExactly(new MethodChange(CHANGED, "VADER 1", "DEVTALK 1"));
        Window hours = Window.ending(CHANGED.plus(Duration.ofHours(5)), Duration.ofHours(24));
        assertThat(statistics.scoring().changes(hours)).containsExactly(new MethodChange(CHANGED, "VADER 1", "DEVTALK 1"));
        Window since = new Window(CHANGED, NOW);
        assertThat(statistics.scoring().methods(since)).extracting(MethodUse::scorer).containsExactly("DEVTALK 1");
        assertThat(statistics.scoring().changes(since)).isEmpty();
    }

    @Test
    void windowsCompareIfTheyWereScoredAlike() {
        Window last = Window.ending(NOW, Duration.ofDays(1));
        assertThat(statistics.scoring().comparable(last, Window.ending(NOW.minus(Duration.ofDays(1)), Duration.ofDays(1)))).isTrue();
        assertThat(statistics.scoring().comparable(last, Window.ending(NOW.minus(Duration.ofDays(9)), Duration.ofDays(1)))).isFalse();
        assertThat(statistics.scoring().comparable(last, Window.ending(CHANGED.plus(Duration.ofHours(12)), Duration.ofDays(1)))).isFalse();
        assertThat(statistics.scoring().comparable(last, Window.ending(ALL.start(), Duration.ofDays(1)))).as("nothing is known").isTrue();
    }

    @Test
    void whatIsAnalyzedAgainIsOfTheNewMethodAtOnce() {
        List<ScoredItem> again = new ArrayList<>();
        store.items().walk(Selection.of(ALL), 1000, null).items()
                .forEach(item -> again.add(new ScoredItem(item.item(), score("DEVTALK"), Mentions.NONE)));
        Batch batch = Batch.of(again);
        statistics.apply(batch, store.items().save(batch));

        assertThat(statistics.scoring().methods(ALL)).containsExactly(new MethodUse("DEVTALK", "1", 240));
        assertThat(statistics.scoring().changes(ALL)).isEmpty();
    }

    @Test
    void countsWhatIsSetAside() {
        Instant at = NOW.minus(Duration.ofMinutes(90));
        Batch batch = Batch.of(List.of(new ScoredItem(comment("aws", at), Score.foreign("DEVTALK", "1"), Mentions.NONE),
                new ScoredItem(comment("aws", at), Score.unjudged("DEVTALK", "1"), Mentions.NONE, true, false),
                new ScoredItem(comment("aws", at), Score.unjudged("DEVTALK", "1"), Mentions.NONE, true, false)));
        statistics.apply(batch, store.items().save(batch));

        assertThat(statistics.scoring().bots(null, ALL)).isEqualTo(2);
        assertThat(statistics.scoring().bots("AWS", ALL)).isEqualTo(2);
        assertThat(statistics.scoring().bots("Cursor", ALL)).isZero();
        assertThat(statistics.scoring().foreign(null, ALL)).isEqualTo(1);
        assertThat(statistics.scoring().foreign("aws", Window.ending(NOW, Duration.ofHours(2)))).isEqualTo(1);
        assertThat(statistics.scoring().foreign("aws", Window.ending(NOW, Duration.ofHours(1)))).isZero();
        assertThat(statistics.scoring().methods(Window.ending(NOW, Duration.ofHours(2))).getFirst().items()).isEqualTo(3);
    }

    private ScoredItem scored(String subreddit, Instant at, String method) {
        return new ScoredItem(comment(subreddit, at), score(method), Mentions.NONE);
    }

    private Comment comment(String subreddit, Instant at) {
        return new Comment("c" + made++, subreddit, "ann", "p", "t3_p", "words", "/r/x/", at, NOW, 1, null, false);
    }

    private static Score score(String method) {
        return new Score(Sentiment.POSITIVE, 0.5, 0.5, 0, 0.5, 0.5, method, "1");
    }
}
