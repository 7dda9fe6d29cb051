package dev.sentimentagent.server.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.store.memory.MemoryStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasesTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Window MONTH = Window.ending(NOW, Duration.ofDays(30));

    private final MemoryStore store = new MemoryStore();
    private final Releases releases = new Releases(store.items(), () -> ToolCatalogue.standard().tools(), new ManualTime(NOW));
    private final ReleaseTitles titles = new ReleaseTitles(ToolCatalogue.standard().tools());
    private int next;

    @ParameterizedTest
    @CsvSource({"Cursor 2.1 is out, Cursor 2.1", "claude-code v2.0.14 released!, Claude Code 2.0.14",
            "Introducing Windsurf 1.12: memory, Windsurf 1.12", "Changelog of Cursor v0.48.9 (long), Cursor 0.48.9"})
    void aTitleAnnouncesAVersionOfATool(String title, String named) {
        assertThat(titles.read(title).map(ReleaseTitles.Named::name)).contains(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cursor 2.1 is slow", "Cursor is out of memory since 2.1", "Cursor released", "Python 3.14 is out", "",
            "Cursor 2.1% faster after the release", "MyCursor 2.1 is out"})
    void anyOtherDoesNot(String title) {
        assertThat(titles.read(title)).isEmpty();
    }

    @Test
    void aVersionThatThreePostsAnnounceWithinAWeekIsMarkedAtTheFirst() throws InterruptedException {
        post("Cursor 2.1 is out", "cursor", 20, 5);
        post("Cursor 2.1 is out", "cursor", 10, 5);
        post("Cursor 2.1 released", "cursor", 9, 50);
        post("Did you see the Cursor v2.1 changelog?", "cursor", 8, 0);
        post("Claude Code 3.0 is out", "claude-code", 9, 900);
        post("Claude Code 3.0 is out", "claude-code", 9, 900);
        for (int i = 0; i < 3; i++) {
            post("Windsurf 1.12 is out", "windsurf", 40, 1);
            post("Kiro 1.0 is out", "kiro", 3, 100);
        }

        releases.run();

        assertThat(releases.in(MONTH, null)).extracting(Release::name).containsExactly("Kiro 1.0", "Cursor 2.1");
        assertThat(releases.in(MONTH, "cursor")).containsExactly(
                new Release("cursor", "Cursor 2.1", "2.1", NOW.minus(Duration.ofDays(10)), 4, 60 + 4));
        assertThat(releases.in(Window.ending(NOW, Duration.ofDays(60)), "windsurf")).hasSize(1);
    }

    @Test
    void hostileTitlesAreReadInNoTime() {
        assertThat(titles.read("Cursor 1." + "1.".repeat(5000) + " is out")).isEqualTo(Optional.empty());
        assertThat(titles.read("cursor ".repeat(5000) + "2.1")).isEqualTo(Optional.empty());
    }

    private void post(String title, String tool, int daysAgo, int upvotes) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        store.items().save(Batch.of(List.of(new ScoredItem(
                new Post("p" + next++, "Cursor", "ann", title, "", "", "/p", at, NOW, upvotes, 1, null, false),
                new Score(Sentiment.NEUTRAL, 0, 0, 0, 1, 0.5, "VADER", "1"), Set.of(tool)))));
    }
}
