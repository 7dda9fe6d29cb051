package dev.sentimentagent.server.web;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;

/** The HTTP server with all its routes. */
public final class HttpServer implements AutoCloseable {
    /** Requests in flight may take this long to finish when the server stops. */
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final int MAX_CONNECTIONS = 2000;
    private static final int MAX_REQUESTS = 500;
    private static final long MAX_BODY_BYTES = 64 << 10;

    private final WebServer server;

    private HttpServer(WebServer server) {
        this.server = server;
    }

    /**
     * Makes the parts of a server that are made once in a process, such as its registry of services, and throws the rest away: so that it
     * can be done while something else is waited for. Nothing depends on it.
     */
    public static void prepare() {
        var _ = HttpRouting.builder().build();
        var _ = WebServer.builder().buildPrototype();
        var _ = Json.write(new Errors.ErrorBody(""));
    }

    /**
     * A server that is not started yet.
     *
     * @param port 0 for a free one
     */
    public static HttpServer of(String host, int port, WebParts parts) {
        WebServer server = WebServer.builder()
                .host(host)
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .idleConnectionTimeout(IDLE)
                .maxTcpConnections(MAX_CONNECTIONS)
                .maxConcurrentRequests(MAX_REQUESTS)
                .maxPayloadSize(MAX_BODY_BYTES)
                // Without it small answers wait for the client's delayed acknowledgement: p99 48 ms instead of 9.
                .connectionOptions(options -> options.tcpNoDelay(true))
                .directHandlers(Errors.beforeRouting())
                .routing(routing -> routes(routing, parts))
                .build();
        return new HttpServer(server);
    }

    /**
     * Serves from now on.
     *
     * @throws UncheckedIOException if the address cannot be bound
     */
    public void start() {
        server.start();
        if (!server.isRunning()) {
            // Helidon logs why and goes on; a service that nobody can reach must not.
            throw new UncheckedIOException(new BindException("the address is in use or not ours"));
        }
    }

    private static void routes(HttpRouting.Builder routing, WebParts parts) {
        Answers answers = new Answers(parts.statistics()::version);
        HealthRoutes health = new HealthRoutes(parts.health(), parts.ready(), parts.healthEnabled());
        String v1 = "/api/v1";
        Errors.register(routing);
        routing.addFilter(new ClosingConnections())
                .addFilter(new RequestTimer(parts.metrics().http()))
                .addFilter(new SecurityHeaders())
                .addFilter(new Cors(parts.corsOrigins()))
                .register("/metrics", new MetricsRoutes(parts.metrics()))
                .register("/health", health)
                .register(v1 + "/health", health)
                .register(v1 + "/sentiment", new StatisticsRoutes(parts.statistics(), answers, parts.clock()))
                .register(v1 + "/posts", new PostRoutes(parts.store().items(), answers, parts.clock()))
                .register(v1 + "/admin", new AdminRoutes(parts.adminToken(), parts.collector(), parts.clock()))
                .register(
                        v1,
                        new TrendingRoutes(parts.store().topics(), parts.statistics()::version, answers),
                        new CollectionRoutes(parts.store().cycles(), new Subreddits(parts.subreddits(), parts.store().items()), answers,
                                parts.clock()))
                .register("/", new PageRoutes(parts, answers));
    }

    public int port() {
        return server.port();
    }

    /** Lets requests in flight finish, for at most ten seconds, then lets go of the port. */
    @Override
    public void close() {
        server.stop();
    }
}
