package dev.sentimentagent.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.process.Databases;
import dev.sentimentagent.server.storefaults.LogLines;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.ManualTime;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service says of its own health when its store hangs and when Reddit is away. */
class HealthIT {
    private static final String FRESHNESS = "data_freshness_minutes";
    /** Settings for a Reddit where nobody listens. */
    private static final Map<String, String> AWAY = Map.of("REDDIT_API_URL", "http://127.0.0.1:1", "REDDIT_AUTH_URL", "http://127.0.0.1:1");

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime(Instant.parse("2026-03-10T12:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private RedditStandIn standIn;
    private @Nullable UnwellStore store;
    private RunningService service;

    @BeforeEach
    void start() {
        standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), time);
        service = start(Map.of("HEALTH_STORE_PATIENCE_SECONDS", "0.5"));
    }

    private RunningService start(Map<String, String> overrides) {
        return RunningService.start(folder.resolve("test.db"), standIn, "kiroIDE,claude", time, overrides, this::around);
    }

    private Store around(Store real) {
        UnwellStore unwell = new UnwellStore(real);
        store = unwell;
        return unwell;
    }

    private UnwellStore store() {
        return requireNonNull(store);
    }

    @AfterEach
    void stop() {
        store().recover();
        service.close();
        standIn.close();
        http.close();
    }

    @Test
    void aStoreThatHangsIsToldOfAtOnceAndOneThatRecoversIsHealthy() throws Exception {
        assertThat(prompt("/health").statusCode()).isEqualTo(200);
        store().hang();
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 20)
                .mapToObj(i -> http.sendAsync(request("/api/v1/posts/recent?limit=" + (i + 1)).build(), BodyHandlers.ofString()))
                .toList();

        await().pollInterval(Duration.ofMillis(20)).until(() -> prompt("/health").statusCode() == 503);
        JsonNode health = json(prompt("/api/v1/health"));
        assertThat(health.get("status").asString()).isEqualTo("unhealthy");
        assertThat(health.get("reasons").get(0).asString()).startsWith("store unreachable: the store has not answered for ");
        assertThat(health.get("database").get("connected").asBoolean()).isFalse();
        assertThat(prompt("/health/live").statusCode()).as("the process itself is well").isEqualTo(200);
        assertThat(prompt("/metrics").body()).contains("\nsentimentagent_store_up 0.0\n");
        assertThat(prompt("/api/v1/sentiment/stats").statusCode()).as("from memory").isEqualTo(200);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        store().recover();
        await().pollInterval(Duration.ofMillis(20)).until(() -> prompt("/health").statusCode() == 200);
        for (CompletableFuture<HttpResponse<String>> answer : waiting) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRedditOutageIsCountedAndUnhealthyOnlyWhenDataIsTwoHoursOld() throws Exception {
        service.collect();
        await().untilAsserted(() -> assertThat(application().get("last_collection_at").isNull()).isFalse());
        JsonNode before = application();
        assertThat(before.get("collections_succeeded").asInt()).isEqualTo(1);

        standIn.close();
        for (int failed = 1; failed <= 3; failed++) {
            assertThat(service.collect().get("status").asString()).isEqualTo("failed");
        }
        JsonNode health = json(prompt("/health"));
        assertThat(health.get("application").get("collections_succeeded").asInt()).isEqualTo(1);
        assertThat(health.get("application").get("collections_failed").asInt()).isEqualTo(3);
        assertThat(health.get("application").get("last_collection_at")).isEqualTo(before.get("last_collection_at"));
        assertThat(health.get("status").asString()).isEqualTo("degraded");
        assertThat(health.get("reasons").valueStream().map(JsonNode::asString)).contains("3 of 4 cycles since start failed");

        time.set(Instant.parse(before.get("last_collection_at").asString()).plus(Duration.ofMinutes(120)));
        assertThat(prompt("/health").statusCode()).isEqualTo(200);
        assertThat(application().get(FRESHNESS).asDouble()).isEqualTo(120);
        time.advance(Duration.ofSeconds(1));
        assertThat(prompt("/health").statusCode()).isEqualTo(503);

        // After a restart the age of the data is known from the store, the counters begin anew.
        service.close();
        service = start(AWAY);
        assertThat(prompt("/health").statusCode()).isEqualTo(503);
        assertThat(application().get("last_collection_at")).isEqualTo(before.get("last_collection_at"));
        assertThat(application().get("collections_failed").asInt()).isZero();
    }

    @Test
    void aCycleThatDiesOfTheStoreIsCountedAndTheNextOneRuns() throws Exception {
        store().fail();
        assertThat(service.post("/api/v1/admin/collect", "X-Admin-Token", RunningService.ADMIN_TOKEN).statusCode()).isEqualTo(202);
        await().untilAsserted(
                () -> assertThat(prompt("/metrics").body()).contains("\nsentimentagent_job_failures_total{name=\"collection\"} 1.0\n",
                        "\nsentimentagent_cycles_total{status=\"failed\"} 1.0\n"));
        store().recover();
        assertThat(service.collect().get("status").asString()).isEqualTo("completed");
        await().untilAsserted(() -> assertThat(application().get("collections_succeeded").asInt()).isEqualTo(1));
        assertThat(application().get("collections_failed").asInt()).isEqualTo(1);
    }

    @Test
    void aStoreThatRefusesOneSubredditDoesNotLookWell() throws Exception {
        service.collect();
        time.advance(Duration.ofHours(6));
        Path database = folder.resolve("test.db");
        Databases.execute(
                database,
                """
                        CREATE TRIGGER refusal BEFORE INSERT ON item
                        WHEN NEW.subreddit_id = (SELECT subreddit_id FROM subreddit WHERE name_key = 'claude')
                        BEGIN SELECT RAISE(ABORT, 'not today'); END""");
        JsonNode cycle = service.collect();
        assertThat(cycle.get("status").asString()).isEqualTo("partial");
        assertThat(cycle.get("counts").get("stored").asLong()).as("the other subreddit's").isPositive();
        assertThat(cycle.get("subreddits").valueStream().flatMap(report -> report.get("errors").valueStream()))
                .anyMatch(error -> error.get("reason").asString().equals("store_failed"));
        JsonNode health = json(prompt("/health"));
        assertThat(health.get("status").asString()).isEqualTo("degraded");
        assertThat(health.get("reasons").get(0).asString()).startsWith("the last cycle could not store all that it collected");

        Databases.execute(database, "DROP TRIGGER refusal");
        service.collect();
        assertThat(status()).isEqualTo("healthy");
    }

    @Test
    void aStoreThatFailsWhileItIsClosedDoesNotKeepTheServiceFromEnding() {
        store().fail();
        try (LogLines log = LogLines.of("dev.sentimentagent.server.SentimentAgent")) {
            service.close();
            log.await("the store was not closed in good order, what was committed is kept: the disk is on fire");
            log.await("stopped");
        }
        service = start(Map.of());
    }

    @Test
    void theThresholdsAreSettings() throws Exception {
        service.close();
        service = start(Map.of("HEALTH_FRESHNESS_DEGRADED_MINUTES", "5", "HEALTH_FRESHNESS_UNHEALTHY_MINUTES", "10"));
        assertThat(status()).isEqualTo("healthy");
        time.advance(Duration.ofMinutes(6));
        assertThat(status()).isEqualTo("degraded");
        time.advance(Duration.ofMinutes(5));
        assertThat(status()).isEqualTo("unhealthy");

        service.close();
        service = start(Map.of("HEALTH_MEMORY_DEGRADED_MB", "1"));
        assertThat(status()).isEqualTo("degraded");
        assertThat(json(prompt("/health")).get("reasons").toString()).contains("resident memory");
        service.close();
        service = start(Map.of("HEALTH_MEMORY_DEGRADED_MB", "1", "HEALTH_MEMORY_UNHEALTHY_MB", "1"));
        assertThat(status()).isEqualTo("unhealthy");

        service.close();
        Map<String, String> tolerant = new HashMap<>(AWAY);
        tolerant.put("HEALTH_FAILURE_SHARE_DEGRADED", "1");
        service = start(tolerant);
        service.collect();
        assertThat(status()).as("every cycle failed, which the setting allows").isEqualTo("healthy");
    }

    private String status() throws Exception {
        return json(prompt("/health")).get("status").asString();
    }

    private JsonNode application() throws Exception {
        return json(prompt("/health")).get("application");
    }

    /** An answer that comes while the store hangs, which it does until the test lets it go on. */
    private HttpResponse<String> prompt(String path) throws Exception {
        return http.send(request(path).timeout(PatientTests.PATIENCE).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.uri(path));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
