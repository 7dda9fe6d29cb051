package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.Preparation;
import dev.sentimentagent.server.SentimentAgent;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.store.sql.SqliteLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;

/**
 * {@code rehearse PART FOLDER}: does once, on invented data in a folder that is thrown away, what a command does when it begins, so that the
 * JVM can record which classes that takes. The scripts make the caches for a faster start of it: one for
 * {@code serve}, one for all else. All classes of a cache are loaded at each start, so a part does no more than its command does at first.
 *
 * @param part {@code prepare}: what the others need; {@code serve}; {@code other}
 */
record Rehearsal(String part, Path folder) implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration HISTORY = Duration.ofDays(2);
    private static final int PATIENCE_MILLIS = 30_000;
    /** What has been asked for before is answered otherwise than at first. */
    private static final int ROUNDS = 3;
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
        // Nothing that an operator has set may make it fail, but for what makes every command fail.
        Settings settings = Startup.settings(
                Map.ofEntries(
                        Map.entry("REDDIT_CLIENT_ID", ""),
                        Map.entry("REDDIT_CLIENT_SECRET", ""),
                        Map.entry("SUBREDDITS", ""),
                        Map.entry("STORE_URL", "sqlite:" + folder.resolve("rehearsal.db")),
                        Map.entry("API_HOST", "127.0.0.1"),
                        Map.entry("API_PORT", "0"),
                        Map.entry("ADMIN_TOKEN", ""),
                        Map.entry("CLOCK", "")));
        TimeSource time = Startup.clock(settings);
        switch (part) {
            case "prepare" -> {
                SqliteLibrary.unpack(folder.resolve("native"));
                fill(settings, time);
            }
            case "serve" -> serve(settings, time);
            case "other" -> {
                fill(settings, time);
                new AnalyzeCommand().run(
                        new ByteArrayInputStream("I love it\n{\"id\":7,\"text\":\"Cursor is awful\"}\n".getBytes(StandardCharsets.UTF_8)),
                        OutputStream.nullOutputStream());
            }
            default -> throw new IllegalArgumentException("no part of a rehearsal: " + part);
        }
        return ExitCode.OK;
    }

    /** As {@code import} does. */
    private static void fill(Settings settings, TimeSource time) throws IOException, InterruptedException {
        try (DataLock _ = DataLock.acquire(settings, DataLock.Holder.IMPORT, false);
                Store store = Startup.openStore(settings, time);
                DemoMode demo = DemoMode.start(settings, time, HISTORY)) {
            demo.backfill(store, settings);
        }
    }

    private static void serve(Settings settings, TimeSource time) throws IOException {
        PlainCommands.of("serve", "--replace", "--port", "1");
        StopSignals.register();
        try (DataLock _ = DataLock.acquire(settings, DataLock.Holder.SERVICE, true)) {
            Preparation preparation = Preparation.begin();
            preparation.canLog();
            Store store = Startup.openStore(settings, time);
            LoggerFactory.getLogger(Rehearsal.class).info("starting with {}", settings);
            try (SentimentAgent agent = SentimentAgent.start(settings, store, time, false, preparation)) {
                for (int i = 0; i < ROUNDS; i++) {
                    for (String question : QUESTIONS) {
                        ask(agent.port(), question);
                    }
                }
            } finally {
                SentimentAgent.closeStore(store);
            }
        }
    }

    /** By hand: a client's classes would be loaded at each start of the service. */
    private static void ask(int port, String question) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(("GET " + question + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
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
