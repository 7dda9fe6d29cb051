package dev.sentimentagent.server.browser;

import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Services whose pages are looked at, and the browser: a filled store, hostile items among them; an empty one; one item; and two methods. */
abstract class DashboardServices {
    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HOSTILE = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>\u202Eevil [x](javascript:window.hacked=3) ";
    private static final String LONG = "Cursor " + "verylongword".repeat(833);

    @TempDir
    private static Path folder;

    static final ManualTime time = new ManualTime(NOW);
    private static RedditStandIn standIn;
    static RunningService filled;
    static RunningService empty;
    static RunningService single;
    static RunningService mixed;
    static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start(true);
        standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), time);
        filled = RunningService.start(folder.resolve("filled.db"), standIn, "Cursor,claude,kiroIDE", time,
                Map.of("DATA_RETENTION_DAYS", "0"));
        empty = RunningService.start(folder.resolve("empty.db"), standIn, "Cursor", time, Map.of());
        single = RunningService.start(folder.resolve("single.db"), standIn, "Cursor", time, Map.of());
        mixed = RunningService.start(folder.resolve("mixed.db"), standIn, "Cursor", time, Map.of());
        mixed.store().items().save(new Batch(mixed(), null, null, null));
        filled.collect();
        Instant minute = NOW.minus(Duration.ofMinutes(1));
        Score score = new Score(Sentiment.NEGATIVE, -0.5, 0, 0.5, 0.5, 1, "VADER", "1");
        filled.store().items().save(new Batch(List.of(
                new ScoredItem(new Post("hostile", "Cursor", "<b>mallory</b>", HOSTILE, HOSTILE + LONG, "javascript:window.hacked=4",
                        "@evil.example/", minute, NOW, 1, 2, null, false), score, Set.of("cursor")),
                new ScoredItem(new Post("long", "Cursor", "eve", LONG, LONG, "", "/x", minute, NOW, 1, 0, null, false), score,
                        Set.of("cursor")),
                new ScoredItem(new Comment("hostile1", "Cursor", "trent", "hostile", "t3_hostile", HOSTILE, "/y", minute, NOW, 1, null,
                        false), score, Set.of("cursor")),
                new ScoredItem(
                        new Post("plain", "Cursor", "carol", "I love Cursor", "The new pricing is terrible.", "", "/p", minute, NOW, 1,
                                0, null, false),
                        score, Set.of("cursor"))),
                null, null, null));
        single.store().items().save(new Batch(List.of(
                new ScoredItem(new Post("only", "Cursor", "dave", "Switched from Cursor to Claude Code", "It just works.", "", "/o", minute,
                        NOW, 1, 1, null, false), score, Set.of("cursor", "claude-code"))),
                null, null, null));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (standIn != null) {
            filled.close();
            empty.close();
            single.close();
            mixed.close();
            standIn.close();
        }
    }

    /** Sixty comments a day on six days, of which VADER has scored the first three, bots not counted; a bot's and a French one. */
    private static List<ScoredItem> mixed() {
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < 360; i++) {
            Instant created = NOW.minus(Duration.ofDays(6)).plus(Duration.ofMinutes(24L * i));
            String method = i < 180 ? "VADER" : "DEVTALK";
            double compound = (i < 180 ? 0.4 : -0.4) + i % 3 * 0.1;
            items.add(new ScoredItem(comment("m" + i, created), new Score(compound > 0 ? Sentiment.POSITIVE : Sentiment.NEGATIVE, compound,
                    0.2, 0.2, 0.6, 1, method, "1"), Set.of("cursor")));
        }
        Instant hour = NOW.minus(Duration.ofHours(1));
        items.add(new ScoredItem(comment("bot", hour), Score.unjudged("DEVTALK", "1"), Mentions.NONE, true, false));
        items.add(new ScoredItem(comment("french", hour), Score.foreign("DEVTALK", "1"), Set.of("cursor")));
        return items;
    }

    private static Comment comment(String id, Instant created) {
        return new Comment(id, "Cursor", "ann" + id, "p" + id, "t3_p" + id, "words", "/c", created, NOW, 1, null, false);
    }

    static void show(RunningService service, String path, int width, boolean dark) {
        browser.show(service.uri(path).toString(), width, dark);
        // What comes after the page belongs to it.
        await().atMost(PATIENCE).until(() -> browser.all("[hx-trigger=load]").isEmpty());
    }
}
