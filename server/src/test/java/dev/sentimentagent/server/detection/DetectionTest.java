package dev.sentimentagent.server.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.store.memory.MemoryStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DetectionTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final int ENOUGH = Detection.THRESHOLD;

    private final MemoryStore store = new MemoryStore();
    private final ManualTime time = new ManualTime(NOW);
    private final Detection detection = new Detection(store, () -> ToolCatalogue.standard().tools(), time, () -> true);
    private int next;

    @Test
    void aNameThatIsSpokenOfLikeAToolIsProposed() throws InterruptedException {
        say(ENOUGH, "I switched from Cursor to Goose and like it", 20);
        say(ENOUGH, "my Nvidia card runs hot with Cursor on Windows", 20);
        say(ENOUGH, "we asked Alice about it", 20);
        say(ENOUGH, "I tried Blorp, my own thing", 1);
        say(ENOUGH - 1, "we are using Wumpus now", 20);
        say(ENOUGH, "then we tried Something; something else, something better, something new, and something, something", 20);

        List<DetectedTool> found = detection.run();

        assertThat(found).singleElement().satisfies(goose -> {
            assertThat(goose.id()).isEqualTo("goose");
            assertThat(goose.name()).isEqualTo("Goose");
            assertThat(goose.aliases()).containsExactly("goose");
            assertThat(goose.mentions()).isEqualTo(ENOUGH);
            assertThat(goose.firstDetected()).isEqualTo(NOW);
            assertThat(goose.samples()).hasSize(3);
        });
        assertThat(detection.run()).as("it is pending already").isEmpty();
        say(1, "we are using Wumpus now", 20);
        assertThat(detection.run()).as("of a day that is counted again").extracting(DetectedTool::id).containsExactly("wumpus");
    }

    @Test
    void theSpellingsOfANameAreOneNameAndItsVariantsNone() throws InterruptedException {
        say(ENOUGH / 2, "I am using WumpusRouter today", 20);
        say(ENOUGH, "I am using Wumpus Router today", 20);
        say(ENOUGH, "I tried Goose and it works", 20);
        say(ENOUGH, "I tried Goose and it fails", 20);
        say(ENOUGH - 5, "I tried Goose Fast and it fails", 20);

        assertThat(detection.run()).extracting(DetectedTool::id, DetectedTool::mentions).containsExactlyInAnyOrder(
                tuple("goose", 3L * ENOUGH - 5), tuple("wumpus-router", 75L));
        assertThat(store.detections().find("wumpus-router").orElseThrow().aliases()).containsExactly("wumpus router", "wumpusrouter");
    }

    @Test
    void whatWasRejectedIsNotProposedAgainAndWhatIsOldCountsNoMore() throws InterruptedException {
        say(ENOUGH, "I tried Goose today", 20);
        detection.run();
        List<String> done = new ArrayList<>();
        DetectedTools tools = new DetectedTools(store, time, (tool, who) -> done.add("begin " + tool.id() + " " + who),
                (tool, who) -> done.add("end " + tool.id() + " " + who));
        assertThat(tools.reject("goose", "ann").orElseThrow().status()).isEqualTo(DetectionStatus.REJECTED);
        assertThat(tools.reject("goose", "ann")).isEmpty();
        assertThat(detection.run()).isEmpty();
        assertThat(tools.pending()).isEmpty();
        assertThat(tools.approve("goose", "bob").orElseThrow().decidedBy()).isEqualTo("bob");
        assertThat(tools.reject("goose", "bob")).isPresent();
        assertThat(tools.approve("nothing", "bob")).isEmpty();
        assertThat(done).as("what was never listened for needs no end").containsExactly("begin goose bob", "end goose bob");

        time.advance(Duration.ofDays(8));
        say(ENOUGH - 1, "I tried Wumpus today", 20);
        say(1, "we like Wumpus, of a week ago", 20, NOW);
        assertThat(detection.run()).isEmpty();
    }

    @Test
    void itsEvidenceIsWhatItemsSayThatAreStillThere() throws InterruptedException {
        say(ENOUGH, "x ".repeat(100) + "and I tried Goose today " + "y ".repeat(100), 20);
        detection.run();
        DetectedTools tools = new DetectedTools(store, time, (_, _) -> {}, (_, _) -> {});
        DetectedTool goose = tools.pending().getFirst();
        assertThat(tools.samples(goose)).hasSize(3).allMatch(sample -> sample.contains("I tried Goose today") && sample.length() < 210);

        Comment gone = new Comment(goose.samples().getFirst().substring(3), "programming", null, "p", "t3_p", "", "/x",
                NOW.minusSeconds(60),
                NOW.plusSeconds(60), 1, null, true);
        store.items().save(Batch.of(List.of(new ScoredItem(gone, score(), Set.of()))));
        assertThat(tools.samples(goose)).hasSize(2);
    }

    @Test
    void aProcessThatMayNotDoesNothing() throws InterruptedException {
        say(ENOUGH, "I tried Goose today", 20);
        assertThat(new Detection(store, List::of, time, () -> false).run()).isEmpty();
        assertThat(store.detections().list(DetectionStatus.PENDING)).isEmpty();
    }

    private void say(int times, String text, int authors) {
        say(times, text, authors, time.instant());
    }

    private void say(int times, String text, int authors, Instant when) {
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String id = "c" + next++;
            items.add(new ScoredItem(new Comment(id, "programming", "author" + i % authors, "p", "t3_p", text, "/" + id,
                    when.minusSeconds(60), when, 1, null, false), score(), Set.of()));
        }
        Batch.split(items).forEach(store.items()::save);
    }

    private static Score score() {
        return new Score(Sentiment.NEUTRAL, 0, 0, 0, 1, 0.5, "VADER", "3.3.2");
    }
}
