package dev.sentimentagent.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.testsupport.TestPostgresql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three real processes on one PostgreSQL server behind a real HAProxy, with the configuration that {@code deployment/haproxy.cfg} tells the
 * operator to use: instances are replaced one after the other, and one is killed, and none of 50 clients notices.
 */
class ReverseProxyIT {
    private static final Path CONFIGURATION = Path.of("").toAbsolutePath().getParent().resolve("deployment/haproxy.cfg");
    private static final int INSTANCES = 3;
    private static final int CLIENTS = 50;
    /** Answers that must have come between one event and the next, so that each of them happens under load. */
    private static final int ANSWERS_BETWEEN = 500;

    @TempDir
    private Path folder;

    private final List<Integer> ports = freePorts(INSTANCES + 1);
    private final List<ServeProcess> instances = new ArrayList<>();
    private final AtomicLong answers = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void nobodyNoticesThatInstancesComeAndGo() throws Exception {
        assumeTrue(exists("haproxy"), "skipped: no haproxy is installed here (Debian: apt-get install haproxy)");
        String url = TestPostgresql.shared().newDatabase();
        AtomicBoolean over = new AtomicBoolean();
        try (RedditStandIn standIn = RedditStandIn.start(StandInSettings.DEFAULT.withRequestBudget(1_000_000), new GeneratedWorld(7, 1),
                TimeSource.system())) {
            Map<String, String> settings = new HashMap<>(ServeProcess.collecting(standIn, "Cursor,claude"));
            settings.putAll(Map.of("STORE_URL", url, "COLLECTOR_LEASE_SECONDS", "2", "API_RATE_LIMIT", "0"));
            for (int i = 0; i < INSTANCES; i++) {
                instances.add(start(settings, i));
            }
            instances.forEach(ServeProcess::awaitListening);
            Process proxy = startProxy();
            List<Thread> clients = new ArrayList<>();
            HttpClient http = HttpClient.newHttpClient();
            try {
                URI front = URI.create("http://127.0.0.1:" + ports.getLast());
                await().ignoreExceptions().until(() -> ask(http, front.resolve("/health/live")).statusCode() == 200);
                Instances.collector(instances).awaitOut("] completed in");
                for (int client = 0; client < CLIENTS; client++) {
                    int first = client * 37;
                    clients.add(Thread.ofVirtual().start(() -> askOn(http, front, first, over)));
                }
                for (int i = 0; i < INSTANCES; i++) {
                    replace(i, "TERM", settings);
                }
                replace(1, "KILL", settings);
                awaitAnswers();
            } finally {
                over.set(true);
                for (Thread client : clients) {
                    client.join();
                }
                proxy.destroy();
                proxy.waitFor();
                instances.forEach(ServeProcess::close);
                http.close();
            }
        }
        assertThat(failures).as("of %d answers", answers.get()).isEmpty();
        try (Store store = Instances.open(url)) {
            Instances.assertRollupsAreExact(store);
        }
    }

    /** Ends one instance under load and starts another on its port. */
    private void replace(int index, String signal, Map<String, String> settings) {
        awaitAnswers();
        ServeProcess old = instances.get(index);
        old.signal(signal);
        int code = old.exitCode();
        assertThat(signal.equals("KILL") || code == 0).as("exit code %d", code).isTrue();
        awaitAnswers();
        instances.set(index, start(settings, index).awaitListening());
        await().until(() -> instances.get(index).get("/health/ready").statusCode() == 200);
        awaitAnswers();
    }

    private void awaitAnswers() {
        long enough = answers.get() + ANSWERS_BETWEEN;
        await().failFast(() -> assertThat(failures).as("of %d answers", answers.get()).isEmpty()).until(() -> answers.get() >= enough);
    }

    private void askOn(HttpClient http, URI front, int first, AtomicBoolean over) {
        for (int i = first; !over.get(); i++) {
            String path = switch (i % 4) {
                case 0 -> "/api/v1/sentiment/stats?hours=" + (1 + i % 2160);
                case 1 -> "/api/v1/posts/recent?limit=" + (1 + i % 50);
                case 2 -> "/api/v1/sentiment/trends?hours=" + (1 + i % 168);
                default -> "/api/v1/trending";
            };
            try {
                HttpResponse<String> answer = ask(http, front.resolve(path));
                if (answer.statusCode() == 200) {
                    answers.incrementAndGet();
                } else {
                    failures.add(path + ": " + answer.statusCode() + " " + answer.body());
                }
            } catch (UncheckedIOException e) {
                failures.add(path + ": " + e.getCause());
            }
        }
    }

    private static HttpResponse<String> ask(HttpClient http, URI uri) {
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ServeProcess start(Map<String, String> settings, int index) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("API_PORT", Integer.toString(ports.get(index)));
        return ServeProcess.serve(folder, all);
    }

    private Process startProxy() throws IOException {
        String servers = IntStream.range(0, INSTANCES)
                .mapToObj(i -> "  server agent%d 127.0.0.1:%d".formatted(i + 1, ports.get(i)))
                .collect(Collectors.joining("\n"));
        String configuration = Files.readString(CONFIGURATION)
                .replaceAll("(?m)^  bind .*$", "  bind 127.0.0.1:" + ports.getLast())
                .replaceAll("(?m)^  server .*\n", "") + servers + "\n";
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), configuration);
        return new ProcessBuilder("haproxy", "-db", "-f", file.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
    }

    private static boolean exists(String program) {
        try {
            return new ProcessBuilder(program, "-v").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<Integer> freePorts(int count) {
        Set<Integer> ports = new HashSet<>();
        while (ports.size() < count) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports.add(socket.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(ports);
    }
}
