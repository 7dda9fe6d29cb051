package dev.sentimentagent.soak;

import dev.sentimentagent.server.settings.ClockSpec;
import dev.sentimentagent.standin.StandInSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service under observation: one process after another, on the same database, the same port and the same clock. For one thread. */
final class Service implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(20);

    private final SoakSettings settings;
    private final Map<String, String> environment;
    private final ServiceLog log;
    private final ServiceApi api;
    private @Nullable ServiceProcess process;
    private int started;

    Service(SoakSettings settings, ClockSpec clock, URI reddit, ServiceLog log) throws IOException {
        int port = freePort();
        this.settings = settings;
        this.log = log;
        this.api = new ServiceApi(port);
        // All that an operator's own environment or .env could set otherwise. Time-outs of requests pass by the machine's clock, and a
        // second of that is half an hour here; yet on a busy machine an honest answer may take one.
        this.environment = Map.ofEntries(
                Map.entry("CLOCK", clock.toString()),
                Map.entry("STORE_URL", "sqlite:" + settings.database()),
                Map.entry("REDDIT_API_URL", reddit.toString()),
                Map.entry("REDDIT_AUTH_URL", reddit.toString()),
                Map.entry("REDDIT_CLIENT_ID", StandInSettings.DEFAULT.clientId()),
                Map.entry("REDDIT_CLIENT_SECRET", StandInSettings.DEFAULT.clientSecret()),
                Map.entry("REDDIT_TIMEOUT_SECONDS", "2"),
                Map.entry("SUBREDDITS", ""),
                Map.entry("COLLECTION_INTERVAL_MINUTES", Long.toString(SoakSettings.INTERVAL.toMinutes())),
                Map.entry("ADMIN_TOKEN", ServiceApi.ADMIN_TOKEN),
                Map.entry("API_HOST", "127.0.0.1"),
                Map.entry("API_PORT", Integer.toString(port)),
                Map.entry("LOG_LEVEL", "INFO"),
                Map.entry("LOG_FORMAT", "json"));
    }

    ServiceApi api() {
        return api;
    }

    /** The process that runs. */
    ServiceProcess process() {
        if (process == null) {
            throw new IllegalStateException("the service has not been started");
        }
        return process;
    }

    /** Starts a process, and returns when it is ready. */
    void start() throws IOException, InterruptedException {
        process = ServiceProcess.start(++started, settings, environment, log);
        Instant deadline = Instant.now().plus(LONGEST_START);
        while (!api.ready()) {
            if (!process.alive() || Instant.now().isAfter(deadline)) {
                throw new SoakFailure("the service did not start; see " + settings.folder().resolve("service.log"));
            }
            Thread.sleep(POLL);
        }
    }

    /** Waits until a cycle is running, but not for ever: there may be none to come. */
    void awaitRunningCycle() throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(5));
        Optional<CycleEntry> newest = Optional.empty();
        while (newest.filter(CycleEntry::running).isEmpty() && Instant.now().isBefore(deadline)) {
            newest = api.cycles(1).stream().findFirst();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        api.close();
        if (process != null && process.alive()) {
            try {
                process.kill();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
