package dev.sentimentagent.server.storefaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.server.process.Databases;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.standin.World;
import dev.sentimentagent.testsupport.ManualTime;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A running service whose database a test does something to, and what must then be seen from outside. */
final class FaultyStore implements AutoCloseable {
    static final String DATABASE = "test.db";

    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");
    private static final String SUBREDDIT = "Cursor";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ManualTime time = new ManualTime(START);
    private final GeneratedWorld world = new GeneratedWorld(7, 1);
    private final RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT, world, time);
    private final Path database;
    private RunningService service;

    FaultyStore(Path folder) {
        this.database = folder.resolve(DATABASE);
        this.service = start();
    }

    private RunningService start() {
        // So that health tells of nothing but the store.
        Map<String, String> lenient = Map.of(
                "HEALTH_FAILURE_SHARE_DEGRADED",
                "1",
                "HEALTH_FRESHNESS_DEGRADED_MINUTES",
                "10000",
                "HEALTH_FRESHNESS_UNHEALTHY_MINUTES",
                "10000");
        return RunningService.start(database, standIn, SUBREDDIT, time, lenient);
    }

    RunningService service() {
        return service;
    }

    Path database() {
        return database;
    }

    /** Lets half a day pass, in which much is said. */
    void passTime() {
        time.advance(Duration.ofHours(12));
    }

    /** Lets go of the log's space, into which the next writes would go even on a full disk. */
    void emptyLog() throws SQLException {
        Databases.execute(database, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    void stop() {
        service.close();
    }

    void restart() {
        service = start();
    }

    /** Runs a cycle that the store does not survive; the loop does. */
    void failCycle() {
        long failed = cycles("collections_failed");
        trigger();
        await().atMost(PATIENCE).until(() -> cycles("collections_failed") > failed);
    }

    /** Asks for a cycle. */
    void trigger() {
        // The last one may be in its last moments.
        await().atMost(PATIENCE)
                .until(
                        () -> service.post("/api/v1/admin/collect", "X-Admin-Token", RunningService.ADMIN_TOKEN).statusCode(),
                        status -> status == 202);
    }

    /** Waits until the cycle that was asked for has succeeded, the second since the start. */
    void awaitCompleted() {
        await().atMost(PATIENCE).until(() -> cycles("collections_succeeded") == 2);
        assertThat(cycles("collections_failed")).isZero();
    }

    private long cycles(String ended) {
        return service.json("/health").get("application").get(ended).asLong();
    }

    /** Runs a cycle and asserts that afterwards all is there that Reddit shows, also what earlier cycles could not store. */
    void collectEverything() {
        assertThat(service.collect().get("status").asString()).isEqualTo("completed");
        Window all = new Window(START.minus(Duration.ofDays(1)), time.instant());
        for (ItemKind kind : ItemKind.values()) {
            long shown = world.createdWithin(kind, all)
                    .map(World.Created::fullname)
                    .filter(name -> SUBREDDIT.equals(world.state(name, all.end()).orElseThrow().subreddit()))
                    .filter(name -> !world.state(name, all.end()).orElseThrow().gone())
                    .peek(name -> assertThat(service.store().items().find(name)).as(name).isPresent())
                    .count();
            assertThat(shown).isPositive();
        }
        Window ever = new Window(Instant.EPOCH, time.instant().plusSeconds(3600));
        assertThat(service.store().statistics().rollups(ever).list())
                .containsExactlyInAnyOrderElementsOf(service.store().statistics().recount(ever));
        assertThat(service.json("/api/v1/gaps").get("count").asInt()).isZero();
        assertThat(service.json("/api/v1/collections?at=" + System.nanoTime()).get("collections"))
                .noneMatch(cycle -> cycle.get("status").asString().equals("running"));
    }

    void awaitUnhealthy(String reason) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> health = service.get("/api/v1/health");
            assertThat(health.statusCode()).as(health.body()).isEqualTo(503);
            assertThat(health.body()).contains("\"status\":\"unhealthy\"", "\"connected\":false", "store unreachable: ", reason);
        });
        assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
    }

    void awaitHealthy() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode health = service.json("/api/v1/health");
            assertThat(health.get("status").asString()).as(health.toString()).isEqualTo("healthy");
        });
    }

    /** Asserts that a question that needs the store is answered with 503 and one sentence, again and again. */
    void assertSaysTryAgain() {
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> answer = service.get("/api/v1/posts/recent?hours=2160&at=" + System.nanoTime());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.body()).isEqualTo("{\"detail\":\"the store does not answer, try again in a moment\"}");
        }
    }

    /** Asserts that what was collected is served. */
    void assertServes() {
        JsonNode statistics = service.json("/api/v1/sentiment/stats?hours=2160&at=" + System.nanoTime()).get("statistics");
        assertThat(statistics.get("total").asLong()).isPositive();
        assertThat(service.json("/api/v1/posts/recent?hours=2160&at=" + System.nanoTime())).isNotEmpty();
    }

    @Override
    public void close() {
        service.close();
        standIn.close();
    }
}
