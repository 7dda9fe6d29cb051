package dev.sentimentagent.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server on this machine over HTTP. Thread-safe. */
final class Api implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([^&>]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Api(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    /** The answer to a request that must succeed. */
    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(good(path).body());
    }

    /** The answer to a request with an admin token; with a body it is a POST. */
    JsonNode admin(String token, String path, @Nullable String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("X-Admin-Token", token);
        HttpResponse<String> answer = http.send((body == null ? request : request.POST(HttpRequest.BodyPublishers.ofString(body))).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(base.resolve(path) + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** The cursor of the page after this one, as it is written in an address; empty if this is the last. */
    String next(String path) throws IOException, InterruptedException {
        Matcher cursor = CURSOR.matcher(good(path).headers().firstValue("Link").orElse(""));
        return cursor.find() ? cursor.group(1) : "";
    }

    /** The answer; empty if there is none, or none of status 200. */
    Optional<JsonNode> tryJson(String path) throws InterruptedException {
        return tryBody(path).map(JSON::readTree);
    }

    Optional<String> tryBody(String path) throws InterruptedException {
        try {
            HttpResponse<String> answer = ask(path);
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException _) {
            // Not there yet, or overloaded; whoever asks knows what that means.
            return Optional.empty();
        }
    }

    private HttpResponse<String> good(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(path);
        if (answer.statusCode() != 200) {
            throw new IOException(base.resolve(path) + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
