package dev.sentimentagent.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.testsupport.ManualTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in with a client of it, over real HTTP. */
final class Client implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    final RedditStandIn standIn;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "none";

    Client(StandInSettings settings, World world, ManualTime time) throws Exception {
        this.standIn = RedditStandIn.start(settings, world, time);
        authorize();
    }

    void authorize() throws IOException, InterruptedException {
        HttpResponse<String> answer = token("stand-in", "stand-in-secret", "grant_type=client_credentials");
        assertThat(answer.statusCode()).isEqualTo(200);
        token = json(answer).get("access_token").asString();
    }

    HttpResponse<String> token(String id, String secret, String body) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(request("/api/v1/access_token")
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(standIn.baseUrl() + path)).timeout(TIMEOUT);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, TIMEOUT);
    }

    HttpResponse<String> get(String path, Duration timeout) throws IOException, InterruptedException {
        return send(request(path).timeout(timeout).header("Authorization", "bearer " + token));
    }

    JsonNode getJson(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return json(answer);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** The {@code data} of the children of a listing. */
    static List<JsonNode> children(JsonNode listing) {
        List<JsonNode> children = new ArrayList<>();
        listing.get("data").get("children").forEach(child -> children.add(child.get("data")));
        return children;
    }

    static List<String> names(JsonNode listing) {
        return children(listing).stream().map(child -> child.get("name").asString()).toList();
    }

    static @Nullable String after(JsonNode listing) {
        JsonNode after = listing.get("data").get("after");
        return after.isNull() ? null : after.asString();
    }

    /** All names of a listing, page by page to its end. */
    List<String> page(String path, int limit) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        String after = null;
        do {
            JsonNode listing = getJson(path + "?raw_json=1&limit=" + limit + (after == null ? "" : "&after=" + after));
            names.addAll(names(listing));
            after = after(listing);
        } while (after != null);
        return names;
    }

    @Override
    public void close() {
        http.close();
        standIn.close();
    }
}
