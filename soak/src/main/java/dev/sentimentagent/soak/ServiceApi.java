package dev.sentimentagent.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service over HTTP, as its users do. Thread-safe. */
final class ServiceApi implements AutoCloseable {
    /** No secret: the service listens on this machine alone, and is gone after the soak. */
    static final String ADMIN_TOKEN = "soak";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI base;

    ServiceApi(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    /** What {@code /sentiment/stats} says: how many items were created in the hours before {@code at}. */
    record Stats(long total, int hours, Instant at) {}

    boolean ready() throws InterruptedException {
        return get("/health/ready").isPresent();
    }

    /** Empty if there was no answer, or not 200. */
    Optional<Stats> stats(int hours) throws InterruptedException {
        return get("/api/v1/sentiment/stats?hours=" + hours).map(
                body -> new Stats(
                        body.get("statistics").get("total").asLong(),
                        body.get("time_window_hours").asInt(),
                        Instant.parse(body.get("timestamp").asString())));
    }

    /** The last cycles, newest first; empty if there was no answer. */
    List<CycleEntry> cycles(int limit) throws InterruptedException {
        // A parameter that differs each time keeps the answer out of the service's cache.
        return get("/api/v1/collections?limit=" + limit + "&at=" + System.nanoTime())
                .map(body -> body.get("collections").valueStream().map(CycleEntry::of).toList())
                .orElse(List.of());
    }

    /** Adds a tool, which makes the service analyze all that is stored again; false if there was no answer, or not 200. */
    boolean addTool(String name, String alias) throws InterruptedException {
        return answer(HttpRequest.newBuilder(base.resolve("/api/v1/admin/tools")).POST(HttpRequest.BodyPublishers.ofString(
                "{\"name\": \"%s\", \"vendor\": \"Soak\", \"categories\": [\"other\"], \"aliases\": [\"%s\"], \"force\": true}"
                        .formatted(name, alias))))
                .isPresent();
    }

    /** How many reanalysis jobs are queued or running; empty if there was no answer. */
    Optional<Long> openJobs() throws InterruptedException {
        return answer(HttpRequest.newBuilder(base.resolve("/api/v1/admin/reanalysis/debug/all-jobs")))
                .map(body -> body.get("active_count").get(0).asLong());
    }

    private Optional<JsonNode> get(String path) throws InterruptedException {
        return answer(HttpRequest.newBuilder(base.resolve(path)));
    }

    private Optional<JsonNode> answer(HttpRequest.Builder asked) throws InterruptedException {
        HttpRequest request = asked.timeout(TIMEOUT).header("X-Admin-Token", ADMIN_TOKEN).build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Optional.of(JSON.readTree(answer.body())) : Optional.empty();
        } catch (IOException _) {
            // Counted by whoever asked; nothing else can be said of a service that does not answer.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
