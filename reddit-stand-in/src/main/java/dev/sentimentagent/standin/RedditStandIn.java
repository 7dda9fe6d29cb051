package dev.sentimentagent.standin;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.time.TimeSource;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP server on 127.0.0.1 that answers as Reddit does: tokens, the listings {@code new} and {@code comments} of subreddits, and
 * {@code /api/info}. Both of Reddit's base addresses, of tokens and of data, are {@link #baseUrl}. Under {@code /stand-in/} it can be
 * controlled: {@code GET clock}, {@code GET stats}, and {@code GET}, {@code POST} and {@code DELETE} of {@code faults}. Thread-safe.
 */
public final class RedditStandIn implements AutoCloseable {
    private static final Duration SHUTDOWN_GRACE = Duration.ofMillis(500);
    private static final String CONTROL = "/stand-in/";

    private final Faults faults = new Faults();
    private final Statistics statistics = new Statistics();
    private final Channels channels = new Channels(SocketOptions.builder().tcpNoDelay(true).build());
    private final Delivery delivery = new Delivery(channels);
    private final ControlApi control;
    private final RedditApi api;
    private final WebServer server;

    private RedditStandIn(StandInSettings settings, World world, TimeSource time) {
        this.control = new ControlApi(faults, statistics, time);
        this.api = new RedditApi(settings, world, time, this::baseUrl);
        this.server = WebServer.builder()
                .host("127.0.0.1")
                .port(settings.port())
                .shutdownHook(false)
                .shutdownGracePeriod(SHUTDOWN_GRACE)
                .connectionOptions(channels)
                .routing(routing -> routing.any(this::handle))
                .build();
    }

    /**
     * Starts a stand-in.
     *
     * @param world what it serves
     * @param time by which it tells what has happened yet, which tokens are valid and when the rate limit's window ends
     * @throws IllegalStateException if the port is taken
     */
    public static RedditStandIn start(StandInSettings settings, World world, TimeSource time) {
        RedditStandIn standIn = new RedditStandIn(
                requireNonNull(settings, "settings"), requireNonNull(world, "world"), requireNonNull(time, "time"));
        standIn.server.start();
        if (!standIn.server.isRunning()) {
            // The server logs why it cannot listen, and does not throw.
            throw new IllegalStateException("the Reddit stand-in cannot listen on 127.0.0.1:" + settings.port());
        }
        return standIn;
    }

    /** Its address, without a slash at the end. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** Number of requests received so far, token requests included, those to {@code /stand-in/} not. */
    public long requests() {
        return statistics.requests();
    }

    private void handle(ServerRequest request, ServerResponse response) throws IOException, InterruptedException {
        String method = request.prologue().method().text();
        String path = request.path().path();
        String body = request.content().hasEntity() ? new String(request.content().as(byte[].class), StandardCharsets.UTF_8) : "";
        if (path.startsWith(CONTROL)) {
            delivery.send(control.answer(method, path.substring(CONTROL.length()), body), response, request.remotePeer().address(), null);
            return;
        }
        Call call = Call.of(
                method,
                path,
                query(request),
                request.headers().first(HeaderNames.AUTHORIZATION).orElse(null),
                body);
        Optional<Fault> fault = faults.strike(call.endpoint(), path, call.subreddit());
        Answer answer = api.answer(call, fault.orElse(null));
        statistics.count(call.endpoint(), answer.status(), fault);
        Fault.OfDelivery breaks = fault.orElse(null) instanceof Fault.OfDelivery ofDelivery ? ofDelivery : null;
        delivery.send(answer, response, request.remotePeer().address(), breaks);
    }

    private static Map<String, String> query(ServerRequest request) {
        Map<String, String> query = new HashMap<>();
        for (String name : request.query().names()) {
            query.put(name, request.query().first(name).orElse(""));
        }
        return query;
    }

    /** Stops listening; requests that hang on purpose are let go. */
    @Override
    public void close() {
        delivery.close();
        server.stop();
    }
}
