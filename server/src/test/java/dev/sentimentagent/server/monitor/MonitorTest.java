package dev.sentimentagent.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sentimentagent.server.monitor.Monitor.End;
import dev.sentimentagent.server.monitor.ScriptedService.Behaviour;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The monitor against a real HTTP server that does what services do when they fail. Between two polls the test has its turn. */
class MonitorTest {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ScriptedService service;
    private HealthPoll poll;

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService(ScriptedService.healthy());
        poll = new HealthPoll(service.uri(), Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        poll.close();
        service.close();
    }

    @Test
    void aHealthyServiceIsOneLineAPoll() throws Exception {
        assertThat(watch(3, 3, false, null)).isEqualTo(End.COUNT_REACHED);
        assertThat(lines()).containsExactly(
                "time                  status       freshness       rss  last collection       failed  reasons",
                "2026-01-15T10:30:00Z  healthy       30.0 min    212 MB  2026-01-15T10:00:00Z       0",
                "2026-01-15T10:31:00Z  healthy       30.0 min    212 MB  2026-01-15T10:00:00Z       0",
                "2026-01-15T10:32:00Z  healthy       30.0 min    212 MB  2026-01-15T10:00:00Z       0");
    }

    @Test
    void degradedIsNoFailureUnlessAskedFor() throws Exception {
        service.becomes(ScriptedService.health(200, "degraded", "\"data is old\", \"memory is short\""));
        assertThat(watch(5, 2, false, null)).isEqualTo(End.COUNT_REACHED);
        assertThat(lines()).hasSize(6).last().asString().contains(" degraded ").endsWith("0  data is old; memory is short");
        assertThat(watch(5, 2, true, null)).isEqualTo(End.SERVICE_FAILED);
        assertThat(lines()).last().asString().isEqualTo("the service failed 2 times in a row");
    }

    record Case(String name, Function<ScriptedService, Behaviour> behaviour, String status, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> failures() {
        String html = "<html><title>It works!</title></html>";
        return Stream.of(
                new Case("unhealthy", _ -> ScriptedService.health(503, "unhealthy", "\"store unreachable\""), "unhealthy",
                        "store unreachable"),
                new Case("HTML", _ -> ScriptedService.text(200, "text/html", html), "invalid", "not JSON (HTTP 200)"),
                new Case("a proxy's error", _ -> ScriptedService.text(502, "text/html", html), "invalid", "not JSON (HTTP 502)"),
                new Case("nothing", _ -> ScriptedService.text(200, "application/json", ""), "invalid", "(HTTP 200)"),
                new Case("cut off", _ -> ScriptedService.text(200, "application/json", "{\"status\": \"heal"), "invalid", "not JSON"),
                new Case("another service", _ -> ScriptedService.text(200, "application/json", "{\"status\": \"healthy\"}"), "invalid",
                        "not a health report of SentimentAgent"),
                new Case("a word we do not know", _ -> ScriptedService.health(200, "unreachable", ""), "invalid", "not a health report"),
                new Case("a path that is not there", _ -> ScriptedService.text(404, "application/json", "{\"detail\": \"nothing here\"}"),
                        "invalid", "nothing here (HTTP 404)"),
                new Case("far too much", _ -> ScriptedService.text(200, "application/json", " ".repeat(1 << 20)), "unreachable", "exceeds"),
                new Case("a connection that breaks", _ -> exchange -> exchange.close(), "unreachable", "broke"),
                new Case("an error that says healthy", _ -> ScriptedService.health(500, "healthy", ""), "invalid", "says healthy"),
                new Case("a 503 that says healthy", _ -> ScriptedService.health(503, "healthy", ""), "invalid", "(HTTP 503)"),
                new Case("hanging", ScriptedService::hanging, "hanging", "no whole answer within 0.3s"),
                new Case("slow drip", ScriptedService::dripping, "hanging", "no whole answer within 0.3s"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatIsNotAHealthyServiceIsAFailureWithAReason(Case failure) throws Exception {
        service.becomes(failure.behaviour.apply(service));
        poll.close();
        poll = new HealthPoll(service.uri(), failure.status.equals("hanging") ? Duration.ofMillis(300) : Duration.ofSeconds(10));
        long start = System.nanoTime();
        assertThat(watch(1, 1, false, null)).isEqualTo(End.SERVICE_FAILED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(lines().get(1)).contains("Z  " + failure.status + " ").contains(failure.reason);
    }

    @Test
    void aLengthThatIsNoNumberIsAFailureToo() throws Exception {
        byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket client = server.accept()) {
                    client.getOutputStream().write(answer);
                    client.getInputStream().readAllBytes();
                } catch (IOException _) {
                    // The test has what it wants.
                }
            });
            poll.close();
            poll = new HealthPoll(URI.create("http://127.0.0.1:" + server.getLocalPort()), Duration.ofSeconds(10));
            assertThat(watch(1, 1, false, null)).isEqualTo(End.SERVICE_FAILED);
        }
        assertThat(lines().get(1)).contains("Z  invalid ").contains("the answer is not HTTP");
    }

    @Test
    void aServiceThatComesBackBeginsAnewAndOneThatStaysAwayHasFailed() throws Exception {
        time.meanwhile(service::goes);
        time.meanwhile(() -> {});
        time.meanwhile(service::comesBack);
        time.meanwhile(service::goes);
        assertThat(watch(0, 3, false, null)).isEqualTo(End.SERVICE_FAILED);
        assertThat(lines().subList(1, 8)).extracting(line -> line.substring(22, 34).strip())
                .containsExactly("healthy", "unreachable", "unreachable", "healthy", "unreachable", "unreachable", "unreachable");
        assertThat(lines().subList(1, 8)).extracting(line -> line.substring(76, 84).strip())
                .containsExactly("0", "1", "2", "0", "1", "2", "3");
        assertThat(lines().get(7)).contains("nobody listens at 127.0.0.1:");
    }

    @Test
    void theCommandRunsOnceAndKnowsWhatHappened() throws Exception {
        service.becomes(ScriptedService.health(503, "unhealthy", "\"store\\u0000\\u001b[2J\\nunreachable\", \"$(touch injected)\""));
        Path seen = folder.resolve("seen");
        String command = "printf '%s|' \"$SENTIMENTAGENT_STATUS\" \"$SENTIMENTAGENT_REASON\" \"$SENTIMENTAGENT_FAILURES\""
                + " \"$SENTIMENTAGENT_URL\" >> " + seen + "; exit 7";
        assertThat(watch(0, 2, false, command)).isEqualTo(End.SERVICE_FAILED);
        assertThat(seen).hasContent("unhealthy|store [2J unreachable; $(touch injected)|2|" + service.uri() + "|");
        assertThat(lines()).last().asString().isEqualTo("the command exited with 7");
        assertThat(Path.of("injected")).doesNotExist();
    }

    @Test
    void noCommandRunsWhileTheServiceIsWell() throws Exception {
        watch(5, 1, false, "touch " + folder.resolve("ran"));
        assertThat(Files.exists(folder.resolve("ran"))).isFalse();
    }

    @Test
    void whatTheCommandHasStartedEndsWithTheMonitor() throws Exception {
        service.becomes(ScriptedService.health(503, "unhealthy", ""));
        Path started = folder.resolve("started");
        Path ended = folder.resolve("ended");
        String child = "trap \"touch " + ended + "; exit\" TERM; touch " + started + "; while :; do sleep 0.05; done";
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread monitor = Thread.ofPlatform()
                .start(() -> end.complete(catchThrowable(() -> watch(1, 1, false, "sh -c '" + child + "'; true"))));
        await(started);
        monitor.interrupt();
        assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        await(ended);
    }

    private static void await(Path file) {
        Awaitility.await().untilAsserted(() -> assertThat(file).exists());
    }

    @ParameterizedTest
    @CsvSource({"60, PT1M", "60s, PT1M", "5m, PT5M", "0.2s, PT0.2S", "1h30m, PT1H30M", "1.5, PT1.5S", "24h, PT24H"})
    void durationsAreReadAsTheyAreTyped(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "-5s", "soon", "5 m", "1..2", "24h0.1s", "99999999h", "99999999999999s", "99999999999999999999"})
    void whatIsNoDurationIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text)).withMessageContaining("\"" + text + "\"");
    }

    private End watch(int count, int failures, boolean degradedIsFailure, @Nullable String command) throws Exception {
        out.reset();
        return new Monitor(
                poll,
                new Monitor.Rules(INTERVAL, failures, count, degradedIsFailure),
                command == null ? null : new Rescue(command, service.uri()),
                time,
                new PrintStream(out, false, StandardCharsets.UTF_8)).run();
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
