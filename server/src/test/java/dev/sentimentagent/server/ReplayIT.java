package dev.sentimentagent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.ReplayedWorld;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.standin.World;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Real days of r/LocalLLaMA, replayed over Reddit's protocol with the votes, edits and deletions that were seen then, collected cycle
 * after cycle. {@code -Dreplay.days=40} replays nearly all that was recorded.
 */
class ReplayIT {
    private static final Path DATA = Path.of(System.getProperty("shared.data", "../../shared/data"), "reddit");
    private static final Instant START = Instant.parse("2025-07-01T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(30);

    @TempDir
    private Path folder;

    @Test
    void cyclesEndWithExactlyTheItemsOfTheTimeReplayed() throws IOException {
        Path posts = DATA.resolve("RS_LocalLLaMA.ndjson.gz");
        assumeTrue(Files.exists(posts), "the recorded data is not there: " + posts);
        World world = ReplayedWorld.load(
                List.of(posts, DATA.resolve("RC_LocalLLaMA.ndjson.gz")),
                Optional.of(DATA.resolve("sightings_LocalLLaMA.ndjson.gz")));
        Instant end = START.plus(Duration.ofDays(Integer.getInteger("replay.days", 3)));
        ManualTime time = new ManualTime(START);
        List<Instant> sightings = new ArrayList<>();
        try (RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT, world, time);
                RunningService service = RunningService.start(folder.resolve("replay.db"), standIn, "LocalLLaMA", time, Map.of())) {
            for (Instant at = START; at.isBefore(end); at = at.plus(INTERVAL)) {
                if (time.instant().isBefore(at)) {
                    time.set(at);
                }
                sightings.add(time.instant());
                JsonNode cycle = service.collect();
                assertThat(cycle.get("status").asString()).as(cycle.toString()).isEqualTo("completed");
                assertThat(cycle.get("requests").asInt()).isLessThan(120);
            }
            Window replayed = new Window(START, sightings.getLast());
            for (ItemKind kind : ItemKind.values()) {
                assertStored(service, world, kind, replayed, sightings);
            }
            Window all = new Window(Instant.EPOCH, end);
            assertThat(service.store().statistics().rollups(all).list())
                    .containsExactlyInAnyOrderElementsOf(service.store().statistics().recount(all));
            assertThat(service.json("/api/v1/gaps?hours=2160").get("count").asInt()).isZero();
        }
    }

    private static void assertStored(RunningService service, World world, ItemKind kind, Window replayed, List<Instant> sightings) {
        int expected = 0;
        for (World.Created item : world.createdWithin(kind, replayed).toList()) {
            Instant firstSight = sightings.stream().filter(at -> !at.isBefore(item.createdUtc())).findFirst().orElseThrow();
            Optional<ScoredItem> stored = service.store().items().find(item.fullname());
            if (!world.state(item.fullname(), firstSight).orElseThrow().gone()) {
                assertThat(stored).as(item.fullname()).isPresent();
                expected++;
            }
        }
        long kept = service.store().items().count(replayed).getOrDefault(kind, 0L);
        assertThat(expected).as("%ss replayed", kind).isPositive();
        assertThat(kept).as("%ss not deleted", kind).isBetween((long) (expected * 0.95), (long) expected);
        System.out.printf("replayed %s: %d %ss visible, %d stored and not deleted since%n", replayed, expected, kind, kept);
    }
}
