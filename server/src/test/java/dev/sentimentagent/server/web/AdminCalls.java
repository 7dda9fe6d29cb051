package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.server.RunningService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A running service whose tools an admin manages, and calls of the admin contract. Each test makes the tools that it is about. */
abstract class AdminCalls {
    static final String TOOLS = "/api/v1/admin/tools";
    static final String[] TOKEN = {"X-Admin-Token", RunningService.ADMIN_TOKEN};
    static final List<String> TOOL_FIELDS = List.of("id", "partitionKey", "name", "slug", "vendor", "categories", "status",
            "description", "merged_into", "metadata", "created_at", "updated_at", "created_by", "updated_by", "_etag");

    @TempDir
    private static Path folder;
    static ApiFixture api;
    static int made;

    @BeforeAll
    static void start() {
        // Mentions are made by hand here, in items that do not name the tools: a reanalysis would rightly take them away.
        api = new ApiFixture(folder, Map.of("ENABLE_AUTO_REANALYSIS", "false"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** An answer whose every field is as the document says. */
    static JsonNode ok(String method, String path, String body, String... headers) {
        HttpResponse<String> answer = call(method, path, body, headers);
        assertThat(answer.statusCode()).as(method + " " + path + " " + answer.body()).isEqualTo(200);
        String plain = path.replaceFirst("\\?.*", "");
        ApiFixture.Call described = api.calls()
                .stream()
                .filter(call -> call.method().equals(method) && plain.matches(call.path().replaceAll("\\{[a-z_]+}", "[^/]+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " " + plain + " is not described"));
        assertThat(api.faults(described, answer)).as(method + " " + path + " " + answer.body()).isEmpty();
        return ApiFixture.JSON.readTree(answer.body());
    }

    static HttpResponse<String> call(String method, String path, String body, String... headers) {
        return api.service.send(method, path, body, Stream.concat(Stream.of(TOKEN), Stream.of(headers)).toArray(String[]::new));
    }

    static void refused(int status, String method, String path, String body, String... headers) {
        HttpResponse<String> answer = call(method, path, body, headers);
        assertThat(answer.statusCode()).as(method + " " + path + " " + body + " → " + answer.body()).isEqualTo(status);
        assertThat(ApiFixture.JSON.readTree(answer.body()).get("detail").isString()).as(answer.body()).isTrue();
    }

    static String newName() {
        return "Test Tool " + ++made;
    }

    static JsonNode create(String name) {
        return ok("POST", TOOLS, """
                {"name": "%s", "vendor": "Acme", "categories": ["testing"], "unknown": [1]}""".formatted(name)).get("tool");
    }

    static String newTool() {
        return create(newName()).get("id").asString();
    }

    /** Posts of the last hours that speak of these tools. */
    static void mentions(int count, String... tools) {
        List<ScoredItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant created = ApiFixture.NOW.minus(Duration.ofMinutes(5L + made));
            Post post = new Post("m" + ++made, "Cursor", "ann", "t", "b", "", "/r/Cursor/comments/m" + made, created, ApiFixture.NOW, 1, 0,
                    null, false);
            items.add(new ScoredItem(post, new Score(Sentiment.POSITIVE, 0.5, 0.5, 0, 0.5, 1, "VADER", "1"), Set.of(tools)));
        }
        api.service.store().items().save(Batch.of(items));
    }

    static long mentionsOf(String tool) {
        return api.service.json("/api/v1/tools/" + tool + "/sentiment?hours=48&at=" + System.nanoTime()).get("total_mentions").asLong();
    }

    static void mentionsBecome(String tool, long expected) {
        await().untilAsserted(() -> assertThat(mentionsOf(tool)).isEqualTo(expected));
    }

    static void assertRecount() {
        Window ever = new Window(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(api.service.store().statistics().rollups(ever).list())
                .containsExactlyInAnyOrderElementsOf(api.service.store().statistics().recount(ever));
    }

    static String etag(String path) {
        return call("GET", path, "").headers().firstValue("ETag").orElse("");
    }

    static void mentionsPositive(String tool) {
        await().untilAsserted(() -> assertThat(mentionsOf(tool)).isPositive());
    }
}
