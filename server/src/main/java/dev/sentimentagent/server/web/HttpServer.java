package dev.sentimentagent.server.web;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.statistics.Statistics;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The HTTP server with all its routes. */
public final class HttpServer implements AutoCloseable {
    /** Requests in flight may take this long to finish when the server stops. */
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(2);
    /** How long a client may take for a part of its request or of its answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MAX_CONNECTIONS = 2000;
    private static final int MAX_REQUESTS = 500;
    private static final long MAX_BODY_BYTES = 64 << 10;

    private final WebServer server;
    private final Answers answers;
    private final EventRoutes events;
    private final SlowClients slowClients;

    private HttpServer(WebServer server, Answers answers, EventRoutes events, SlowClients slowClients) {
        this.server = server;
        this.answers = answers;
        this.events = events;
        this.slowClients = slowClients;
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
        SlowClients slowClients = new SlowClients(PATIENCE);
        Cors cors = new Cors(parts.corsOrigins());
        Answers answers = new Answers(parts.statistics().changes());
        EventRoutes events = new EventRoutes(parts.statistics(), parts.reanalysis(), slowClients);
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
                .directHandlers(Errors.beforeRouting(cors))
                .routing(routing -> routes(routing, parts, cors, answers, events, slowClients))
                .build();
        return new HttpServer(server, answers, events, slowClients);
    }

    /**
     * Serves from now on.
     *
     * @throws UncheckedIOException if the address cannot be bound
     */
    public void start() {
        slowClients.start();
        server.start();
        if (!server.isRunning()) {
            // Helidon logs why and goes on; a service that nobody can reach must not.
            throw new UncheckedIOException(new BindException("the address is in use or not ours"));
        }
        answers.start();
    }

    private static void routes(HttpRouting.Builder routing, WebParts parts, Cors cors, Answers answers, EventRoutes events,
            SlowClients slowClients) {
        Errors.register(routing);
        routing.addFilter(new ClosingConnections())
                .addFilter(slowClients)
                .addFilter(new RequestTimer(parts.metrics().http()))
                .addFilter(new SecurityHeaders())
                .addFilter(cors)
                .addFilter(new ClientRate(parts.rateLimit(), System::nanoTime))
                .addFilter(new TrailingSlash());
        List<Route> api = api(parts, answers, events, slowClients).flatMap(group -> group.routes().stream()).toList();
        Routes.add(routing, api);
        routing.register("/", new DocumentRoutes(api.stream().map(Route::endpoint).toList()), new PageRoutes(parts.dashboard(), answers));
    }

    /** Calls whose path could be one of another come after it. */
    private static Stream<Route.Group> api(WebParts parts, Answers answers, EventRoutes events, SlowClients slowClients) {
        Store store = parts.store();
        Statistics statistics = parts.statistics();
        InstantSource clock = parts.clock();
        AdminAccess access = new AdminAccess(parts.adminToken());
        Tools tools = new Tools(parts.catalogue());
        PostPages posts = new PostPages(store.items());
        statistics.changes().onCommit(posts::changed);
        statistics.changes().onExpiry(posts::expired);
        return Stream.of(
                new HealthRoutes(parts.health(), parts.ready(), parts.healthEnabled()),
                new StatisticsRoutes(statistics, answers, clock),
                new PostRoutes(store.items(), posts, answers, clock),
                new ToolRoutes(tools, statistics, store, answers, clock),
                new HotTopicRoutes(tools, statistics, store.engagement(), answers, clock),
                new TrendingRoutes(store.topics(), statistics, answers),
                new CollectionRoutes(store.cycles(), new Subreddits(() -> parts.catalogue().current().subreddits(), store.items()), answers,
                        clock),
                events,
                new ExportRoutes(store.items(), tools, slowClients, clock),
                new AdminRoutes(access, parts.collector(), clock),
                new DetectionRoutes(access, parts.detected()),
                new ReanalysisRoutes(access, parts.reanalysis(), store.jobs()),
                new AdminHistoryRoutes(access, parts.catalogueAdmin()),
                new AdminCatalogueRoutes(access, parts.catalogueAdmin(), statistics, store.cycles(), clock),
                new AdminToolRoutes(access, parts.catalogueAdmin()),
                new MetricsRoutes(parts.metrics()));
    }

    public int port() {
        return server.port();
    }

    /** Ends the streams of events, lets other requests in flight finish, for at most ten seconds, then lets go of the port. */
    @Override
    public void close() {
        answers.close();
        events.close();
        server.stop();
        slowClients.close();
    }
}
