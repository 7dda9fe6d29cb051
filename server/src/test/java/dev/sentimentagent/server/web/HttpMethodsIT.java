package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD says what GET would; a method that a path does not take is told which it does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpMethodsIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private final ManualTime time = new ManualTime(Instant.parse("2026-03-10T12:00:00Z"));
    private RedditStandIn standIn;
    private RunningService service;

    @BeforeAll
    void start(@TempDir Path folder) {
        standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), time);
        service = RunningService.start(folder.resolve("test.db"), standIn, "kiroIDE", time, Map.of());
        service.collect();
    }

    @AfterAll
    void stop() {
        service.close();
        standIn.close();
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/style.css", "/health/live", "/api/v1/sentiment/stats", "/api/v1/posts/recent?limit=3",
            "/api/v1/subreddits", "/api/v1/collections", "/api/v1/trending", "/api/v1/posts/unknown", "/nothing"})
    void headIsGetWithoutTheBody(String path) throws Exception {
        // Topics and figures of the cycle come in the background: what is answered may change between two requests.
        await().untilAsserted(() -> assertAlike(path));
    }

    private void assertAlike(String path) throws Exception {
        HttpResponse<String> get = send("GET", path);
        HttpResponse<String> head = send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(get.body()).isNotEmpty();
        for (String header : new String[]{"Content-Length", "Content-Type", "ETag", "Link", "Cache-Control", "X-Content-Type-Options"}) {
            assertThat(head.headers().allValues(header)).as(header).isEqualTo(get.headers().allValues(header));
        }
        assertThat(send("GET", path).body()).as("the connection is as usable as before").isEqualTo(get.body());
    }

    @ParameterizedTest
    @CsvSource({
            "POST, /api/v1/sentiment/stats, 'GET, HEAD'",
            "DELETE, /api/v1/posts/recent, 'GET, HEAD'",
            "PUT, /api/v1/posts/abc, 'GET, HEAD'",
            "PATCH, /health, 'GET, HEAD'",
            "OPTIONS, /api/v1/gaps, 'GET, HEAD'",
            "POST, /, 'GET, HEAD'",
            "GET, /api/v1/admin/collect, POST",
            "HEAD, /api/v1/admin/collect, POST"})
    void anotherMethodIsToldWhichAreTaken(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = send(method, path);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).isPresent();
        assertThat(answer.body()).isEqualTo(method.equals("HEAD") ? "" : "{\"detail\":\"" + path + " takes only " + allowed + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /health/live", "HEAD /api/v1/subreddits", "GET /nothing", "POST /api/v1/gaps"})
    void theConnectionEndsWithTheAnswerIfTheClientAsksForIt(String request) throws IOException {
        try (Socket socket = new Socket(service.uri("/").getHost(), service.uri("/").getPort())) {
            socket.setSoTimeout(5000);
            String head = request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 ").containsIgnoringCase("\r\nConnection: close\r\n");
        }
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(service.uri(path)).method(method, BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());
    }
}
