package dev.sentimentagent.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Replays the recorded r/LocalLLaMA; skips where the recording is absent. */
class RecordedDataTest {
    private static final Path DATA = Path.of(System.getProperty("shared.data", "."), "reddit");
    private static final Path SIGHTINGS = DATA.resolve("sightings_LocalLLaMA.ndjson.gz");
    private static final List<Path> DUMPS = List.of(DATA.resolve("RS_LocalLLaMA.ndjson.gz"), DATA.resolve("RC_LocalLLaMA.ndjson.gz"));

    private static ReplayedWorld world;

    @BeforeAll
    static void load() throws Exception {
        assumeTrue(DUMPS.stream().allMatch(Files::exists), "skipped: no recording of r/LocalLLaMA under " + DATA);
        world = ReplayedWorld.load(DUMPS, Optional.of(SIGHTINGS).filter(Files::exists));
    }

    @Test
    void everyItemIsReachableByPagingWhenTimeMovesInSteps() throws Exception {
        assertThat(world.size()).isEqualTo(83_745);
        Instant start = Instant.parse("2025-07-05T00:00:00Z");
        Instant end = Instant.parse("2025-07-12T00:00:00Z");
        ManualTime time = new ManualTime(start);
        Set<String> seen = new HashSet<>();
        try (Client client = new Client(StandInSettings.DEFAULT.withRequestBudget(1_000_000), world, time)) {
            for (Instant now = start; now.isBefore(end); now = now.plus(Duration.ofMinutes(30))) {
                time.set(now);
                if (client.get("/r/LocalLLaMA/new?limit=1").statusCode() == 401) {
                    client.authorize();
                }
                for (String listing : List.of("new", "comments")) {
                    pageUntilKnown(client, "/r/LocalLLaMA/" + listing, seen);
                }
            }
        }
        for (ItemKind kind : ItemKind.values()) {
            List<String> unseen = world.createdWithin(kind, new Window(start, end.minus(Duration.ofMinutes(30))))
                    .map(World.Created::fullname)
                    .filter(name -> !seen.contains(name))
                    // What is gone before the first visit is never listed.
                    .filter(name -> !world.state(name, end).orElseThrow().gone())
                    .toList();
            assertThat(unseen).isEmpty();
        }
        assertThat(seen).hasSizeGreaterThan(5_000);
    }

    private static void pageUntilKnown(Client client, String path, Set<String> seen) throws Exception {
        String after = null;
        do {
            JsonNode page = client.getJson(path + "?limit=100&raw_json=1" + (after == null ? "" : "&after=" + after));
            boolean fresh = seen.addAll(Client.names(page));
            after = fresh ? Client.after(page) : null;
        } while (after != null);
    }

    @Test
    void sightingsShowDeletionsAndGrowth() {
        assumeTrue(Files.exists(SIGHTINGS), "skipped: no " + SIGHTINGS);
        Instant early = Instant.parse("2025-06-28T08:49:00Z"); // the first visit
        Instant late = Instant.parse("2025-08-09T00:00:00Z");
        long deleted = world.createdWithin(ItemKind.COMMENT, new Window(Instant.EPOCH, early))
                .filter(comment -> !world.state(comment.fullname(), early).orElseThrow().gone())
                .map(comment -> world.state(comment.fullname(), late).orElseThrow())
                .filter(comment -> comment.gone() && comment.author().equals(Snapshot.DELETED))
                .count();
        assertThat(deleted).isPositive();
        long grown = world.createdWithin(ItemKind.POST, new Window(early, late))
                .filter(post -> world.state(post.fullname(), late).orElseThrow().score() > world.state(post.fullname(), post.createdUtc())
                        .orElseThrow().score())
                .count();
        assertThat(grown).isGreaterThan(2_000);
    }
}
