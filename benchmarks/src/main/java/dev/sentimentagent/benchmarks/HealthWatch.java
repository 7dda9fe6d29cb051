package dev.sentimentagent.benchmarks;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** Asks for the service's health several times a second, and keeps what it said. Thread-safe. */
final class HealthWatch implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final Thread thread;

    private HealthWatch(int port) {
        thread = Thread.ofVirtual().name("health-watch").unstarted(() -> watch(port));
    }

    static HealthWatch start(int port) {
        HealthWatch watch = new HealthWatch(port);
        watch.thread.start();
        return watch;
    }

    /** Each status with its reasons, once. */
    Set<String> seen() {
        return new TreeSet<>(seen);
    }

    private void watch(int port) {
        try (Api api = new Api(port)) {
            while (!Thread.currentThread().isInterrupted()) {
                seen.add(api.tryJson("/api/v1/health")
                        .map(body -> body.get("status").asString()
                                + body.get("reasons").valueStream().map(reason -> "; " + reason.asString()).collect(Collectors.joining()))
                        .orElse("no answer, or not 200"));
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException _) {
            // It has seen enough.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
