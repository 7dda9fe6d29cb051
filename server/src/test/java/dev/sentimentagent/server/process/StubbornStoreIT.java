package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that hangs, or stays locked for ever, holds up neither the answer about it nor the end. */
class StubbornStoreIT {
    /** As many queries as can run at once. */
    private static final int READERS = 4;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path home;
    @TempDir
    private Path otherHome;

    @Test
    void isReportedAndLeftBehind() throws IOException, SQLException {
        try (RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), TimeSource.system());
                ServeProcess locked = serveWithManyTries(standIn).awaitListening();
                Connection _ = Databases.lock(otherHome.resolve("data/sentimentagent.db"));
                ServeProcess hanging = hangingService().awaitListening()) {
            locked.startCycle();
            locked.awaitOut("Store call CloseInterruptedCycles failed");
            // Both take their time to stop, so they do it at once.
            locked.signal("TERM");
            long asked = System.nanoTime();
            assertTellsThatItHangs(hanging);
            hanging.signal("TERM");
            assertThat(locked.exitCode(STOP_LIMIT.minusNanos(System.nanoTime() - asked))).isZero();
            assertThat(locked.out()).contains("collection still runs 12 s after it was told to stop");
            assertThat(hanging.exitCode(STOP_LIMIT)).isEqualTo(1);
            assertThat(hanging.err().lines()).singleElement().asString()
                    .contains("not stopped within 28 s, ended; what was committed is kept");
        }
    }

    private void assertTellsThatItHangs(ServeProcess service) throws IOException {
        Files.createFile(home.resolve("hang"));
        for (int i = 0; i < READERS; i++) {
            // Never answered.
            var _ = HTTP.sendAsync(request(service.uri("/api/v1/posts/recent?at=" + i)), HttpResponse.BodyHandlers.discarding());
        }
        assertThat(ask(service.uri("/health/live")).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            HttpResponse<String> health = ask(service.uri("/health"));
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("store unreachable: the store has not answered for ");
        });
    }

    /** Every one of these answers must come in time. */
    private static HttpResponse<String> ask(URI uri) {
        try {
            return HTTP.send(request(uri), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(uri + " was not answered within " + AT_MOST, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static HttpRequest request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return (uri.getPath().startsWith("/health") ? request.timeout(AT_MOST) : request).build();
    }

    private ServeProcess hangingService() {
        List<String> command = ServeProcess.java(home);
        command.add("dev.sentimentagent.server.cli.HangingService");
        return ServeProcess.start(command, home, Map.of());
    }

    /** Up to a minute after the first try, four after the second: far longer than a stop may take. */
    private ServeProcess serveWithManyTries(RedditStandIn standIn) {
        Map<String, String> settings = new HashMap<>(ServeProcess.collecting(standIn, "Cursor"));
        settings.put("DB_RETRY_BASE_DELAY", "60");
        settings.put("DB_RETRY_MAX_ATTEMPTS", "9");
        return ServeProcess.serve(otherHome, settings);
    }
}
