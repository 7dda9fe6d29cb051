package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.SentimentAgent;
import dev.sentimentagent.server.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * {@code rehearse}: does once, on invented data in a folder that is thrown away, what the other commands do when they begin, so that the
 * JVM can record which classes that takes and which methods are hot. The scripts make the cache for a faster start of it.
 */
final class Rehearsal implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration HISTORY = Duration.ofDays(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOKEN = "rehearsal";
    /** Often enough that the JVM learns which branches are taken. */
    private static final int ROUNDS = 20;
    private static final List<String> QUESTIONS = List.of(
            "/api/v1/sentiment/stats?hours=24",
            "/api/v1/sentiment/stats?hours=24&subreddit=Cursor",
            "/api/v1/sentiment/trends?hours=168&granularity=hour",
            "/api/v1/posts/recent?hours=24&limit=100",
            "/api/v1/posts/none",
            "/api/v1/trending?limit=20",
            "/api/v1/subreddits",
            "/api/v1/collections",
            "/api/v1/gaps",
            "/api/v1/health",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/assets/style.css",
            "/",
            "/tools/cursor",
            "/posts");

    @Override
    public Integer call() throws Exception {
        Thread.ofPlatform().daemon().name("rehearsal-limit").start(Rehearsal::haltInTheEnd);
        Path folder = Files.createTempDirectory("sentimentagent-rehearsal");
        try {
            // Nothing that an operator has set may make it fail, but for what makes every command fail.
            Settings settings = Startup.settings(
                    Map.ofEntries(
                            Map.entry("REDDIT_CLIENT_ID", ""),
                            Map.entry("REDDIT_CLIENT_SECRET", ""),
                            Map.entry("SUBREDDITS", ""),
                            Map.entry("STORE_URL", "sqlite:" + folder.resolve("rehearsal.db")),
                            Map.entry("API_HOST", "127.0.0.1"),
                            Map.entry("API_PORT", "0"),
                            Map.entry("ADMIN_TOKEN", TOKEN),
                            Map.entry("CLOCK", "")));
            PlainCommands.of("serve", "--replace", "--port", "1");
            StopSignals.register();
            TimeSource time = Startup.clock(settings);
            try (DataLock _ = DataLock.acquire(settings.store().address(), DataLock.Holder.SERVICE, true);
                    DemoMode demo = DemoMode.start(settings, time, HISTORY)) {
                serve(settings, demo, time);
                // The second time the store is there already, as at most starts.
                serve(settings, demo, time);
            }
            new AnalyzeCommand().run(
                    new ByteArrayInputStream("I love it\n{\"id\":7,\"text\":\"Cursor is awful\"}\n".getBytes(StandardCharsets.UTF_8)),
                    OutputStream.nullOutputStream());
        } finally {
            delete(folder);
        }
        return ExitCode.OK;
    }

    private static void serve(Settings settings, DemoMode demo, TimeSource time) throws IOException, InterruptedException {
        Store store = Startup.openStore(settings, time);
        demo.backfill(store, settings);
        LoggerFactory.getLogger(Rehearsal.class).info("starting with {}", settings);
        try (SentimentAgent agent = SentimentAgent.start(demo.settings(), store, time, true);
                HttpClient client = HttpClient.newHttpClient()) {
            URI service = URI.create("http://127.0.0.1:" + agent.port());
            for (int i = 0; i < ROUNDS; i++) {
                for (String question : QUESTIONS) {
                    send(client, HttpRequest.newBuilder(service.resolve(question)));
                }
            }
            send(client, HttpRequest.newBuilder(service.resolve("/api/v1/admin/collect"))
                    .header("X-Admin-Token", TOKEN)
                    .POST(HttpRequest.BodyPublishers.noBody()));
        }
    }

    private static void send(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Nobody waits for it, and nobody would miss it. */
    private static void haltInTheEnd() {
        try {
            Thread.sleep(LIMIT);
        } catch (InterruptedException _) {
            // Nobody interrupts this thread; if somebody did, it could only mean that time is up.
        }
        Runtime.getRuntime().halt(ExitCode.FAILED);
    }
}
