package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sentimentagent.server.RunningService;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.ManualTime;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who listens hears of each change, hears on return of what was missed, and holds up no stop. */
class EventsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ManualTime time = new ManualTime(Instant.parse("2026-03-10T12:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Timeout(120)
    void changesAreToldOfUntilTheServiceStops(@TempDir Path folder) throws Exception {
        try (RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT, new GeneratedWorld(7, 1), time)) {
            RunningService service = RunningService.start(folder.resolve("test.db"), standIn, "kiroIDE", time, Map.of());
            List<String> heard = new CopyOnWriteArrayList<>();
            Thread listener = listen(service, heard);
            await().atMost(PATIENCE).until(() -> heard.contains(":listening"));

            service.collect();
            await().atMost(PATIENCE).until(() -> heard.contains(told(service)));
            assertThat(heard).contains("event:data-changed").anyMatch(line -> line.startsWith("id:"));

            List<String> missed = new CopyOnWriteArrayList<>();
            Thread returning = listen(service, missed, "Last-Event-ID", "1");
            await().atMost(PATIENCE).until(() -> missed.contains(told(service)));
            assertThat(missed.getFirst()).startsWith("id:");

            service.close();
            listener.join();
            returning.join();
        }
    }

    /** What is heard of the present version. */
    private static String told(RunningService service) {
        return "data:{\"version\":" + service.store().dataVersion() + "}";
    }

    private Thread listen(RunningService service, List<String> heard, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri("/api/v1/events"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Thread.ofVirtual().start(() -> {
            try {
                HttpResponse<Stream<String>> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
                answer.body().forEach(heard::add);
                heard.add("the end");
            } catch (Exception e) {
                heard.add(e.toString());
            }
        });
    }
}
