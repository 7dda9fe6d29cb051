package dev.sentimentagent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.process.ServeProcess;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.store.sql.SqliteStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real service on a free port with a real database file, collecting from a stand-in; cycles run when a test asks for them. */
public final class RunningService implements AutoCloseable {
    public static final String ADMIN_TOKEN = "sesame";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Store store;
    private final SentimentAgent agent;

    private RunningService(Store store, SentimentAgent agent) {
        this.store = store;
        this.agent = agent;
    }

    /**
     * Starts the service.
     *
     * @param subreddits names, separated by commas
     * @param overrides further settings
     */
    public static RunningService start(Path database, RedditStandIn standIn, String subreddits, TimeSource time,
            Map<String, String> overrides) {
        return start(database, standIn, subreddits, time, overrides, UnaryOperator.identity());
    }

    /** Starts the service on a store that a test has put something around. */
    static RunningService start(Path database, RedditStandIn standIn, String subreddits, TimeSource time, Map<String, String> overrides,
            UnaryOperator<Store> around) {
        Map<String, String> values = new HashMap<>(ServeProcess.collecting(standIn, subreddits));
        values.putAll(
                Map.of(
                        "API_PORT",
                        "0",
                        "ADMIN_TOKEN",
                        ADMIN_TOKEN,
                        // The memory measured is that of the JVM which runs all tests: how large that has grown is not what they are about.
                        "HEALTH_MEMORY_DEGRADED_MB",
                        "999998",
                        "HEALTH_MEMORY_UNHEALTHY_MB",
                        "999999"));
        values.putAll(overrides);
        Store store = around
                .apply(SqliteStore.open(database, new RetryPolicy(3, Duration.ofMillis(10)), time, RandomGenerator.getDefault()));
        return new RunningService(store, SentimentAgent.start(Settings.of(values, Path.of("")), store, time, false));
    }

    public Store store() {
        return store;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + agent.port() + path);
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    public HttpResponse<String> post(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /**
     * Asks for something with the admin token.
     *
     * @param body JSON; null for none
     */
    public HttpResponse<String> admin(String method, String path, @Nullable String body) {
        HttpRequest.BodyPublisher sent = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return send(HttpRequest.newBuilder(uri("/api/v1/admin" + path)).headers("X-Admin-Token", ADMIN_TOKEN, "Content-Type",
                "application/json").method(method, sent).build());
    }

    /** A call with a body, or with an empty one. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Runs one cycle to its end, until it is counted and another may start; returns its entry in {@code /collections}. */
    public JsonNode collect() {
        JsonNode triggered = await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> post("/api/v1/admin/collect", "X-Admin-Token", ADMIN_TOKEN), answer -> answer.statusCode() == 202)
                .body()
                .transform(JSON::readTree);
        String id = triggered.get("cycle_id").asString();
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(1)).until(() -> !agent.collecting());
        JsonNode ended = newestCycle();
        assertThat(ended.path("id").asString("")).as("the newest cycle that was recorded: see the log if it is an older one").isEqualTo(id);
        assertThat(ended.get("status").asString()).isNotEqualTo("running");
        return ended;
    }

    private JsonNode newestCycle() {
        // A parameter that differs each time keeps the answer out of the service's cache.
        return json("/api/v1/collections?limit=1&at=" + System.nanoTime()).get("collections").path(0);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        agent.close();
        SentimentAgent.closeStore(store);
    }
}
