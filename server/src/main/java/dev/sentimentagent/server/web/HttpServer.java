package dev.sentimentagent.server.web;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.stream.Stream;

/** The HTTP server with all its routes. */
public final class HttpServer implements AutoCloseable {
    /** Requests in flight may take this long to finish when the server stops. */
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final int MAX_CONNECTIONS = 2000;
    private static final int MAX_REQUESTS = 500;
    private static final long MAX_BODY_BYTES = 64 << 10;

    private final WebServer server;
    private final EventRoutes events;

    private HttpServer(WebServer server, EventRoutes events) {
        this.server = server;
        this.events = events;
    }

    /**
     * A server that is not started yet.
     *
     * @param port 0 for a free one
     */
    public static HttpServer of(String host, int port, WebParts parts) {
        EventRoutes events = new EventRoutes(parts.statistics());
        WebServer server = WebServer.builder()
                .host(host)
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .idleConnectionTimeout(IDLE)
                .maxTcpConnections(MAX_CONNECTIONS)
                .maxConcurrentRequests(MAX_REQUESTS)
                .maxPayloadSize(MAX_BODY_BYTES)
                // Helidon's NIO socket writes 8 kB with each call of the system, the other one all that there is.
                .useNio(false)
                // Without it small answers wait for the client's delayed acknowledgement: p99 48 ms instead of 9.
                .connectionOptions(options -> options.tcpNoDelay(true))
                .directHandlers(Errors.beforeRouting())
                .routing(routing -> routes(routing, parts, events))
                .build();
        return new HttpServer(server, events);
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

    private static void routes(HttpRouting.Builder routing, WebParts parts, EventRoutes events) {
        Answers answers = new Answers(parts.statistics()::version);
        Errors.register(routing);
        routing.addFilter(new ClosingConnections())
                .addFilter(new RequestTimer(parts.metrics().http()))
                .addFilter(new SecurityHeaders())
                .addFilter(new Cors(parts.corsOrigins()));
        api(parts, answers, events).flatMap(group -> group.routes().stream()).forEach(route -> Routes.add(routing, route));
        routing.register("/", new PageRoutes(parts.dashboard(), answers));
    }

    /** Calls whose path could be one of another come after it. */
    private static Stream<Route.Group> api(WebParts parts, Answers answers, EventRoutes events) {
        return Stream.of(
                new HealthRoutes(parts.health(), parts.ready(), parts.healthEnabled()),
                new StatisticsRoutes(parts.statistics(), answers, parts.clock()),
                new PostRoutes(parts.store().items(), new PostPages(parts.store().items(), parts.statistics()::version), answers,
                        parts.clock()),
                new TrendingRoutes(parts.store().topics(), parts.statistics()::version, answers),
                new CollectionRoutes(parts.store().cycles(), new Subreddits(parts.subreddits(), parts.store().items()), answers,
                        parts.clock()),
                events,
                new AdminRoutes(parts.adminToken(), parts.collector(), parts.clock()),
                new MetricsRoutes(parts.metrics()));
    }

    public int port() {
        return server.port();
    }

    /** Ends the streams of events, lets other requests in flight finish, for at most ten seconds, then lets go of the port. */
    @Override
    public void close() {
        events.close();
        server.stop();
    }
}
