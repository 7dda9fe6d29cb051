package dev.sentimentagent.server.web;

import dev.sentimentagent.server.collection.Collector;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /admin/…}: what only the operator may ask for. */
final class AdminRoutes implements Route.Group {
    private static final Logger log = LoggerFactory.getLogger(AdminRoutes.class);
    private static final HeaderName TOKEN = HeaderNames.create("X-Admin-Token");

    private final @Nullable String token;
    private final Collector collector;
    private final InstantSource clock;

    /**
     * The routes.
     *
     * @param token null: every call is refused
     */
    AdminRoutes(@Nullable String token, Collector collector, InstantSource clock) {
        this.token = token;
        this.collector = collector;
        this.clock = clock;
    }

    record TriggeredBody(String status, String message, String cycleId, Instant timestamp) {}

    private static final Endpoint COLLECT = Endpoint.post("/api/v1/admin/collect", "Admin", "Starts a cycle of the collection now")
            .forAdmin()
            .answering(202, "It starts", TriggeredBody.class)
            .failing(401, "The token is missing")
            .failing(403, "The token is wrong, or admin calls are off")
            .failing(409, "A cycle is running already, or collection is off");

    @Override
    public List<Route> routes() {
        return List.of(new Route(COLLECT, this::collect));
    }

    private void collect(ServerRequest request, ServerResponse response) {
        authorize(request);
        if (!collector.collects()) {
            throw new ApiException(Status.CONFLICT_409, "collection is off: set REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET");
        }
        String cycleId = collector.trigger()
                .orElseThrow(() -> new ApiException(Status.CONFLICT_409, "a collection cycle is running already"));
        log.info("cycle {} was asked for", cycleId);
        byte[] body = Json.write(new TriggeredBody("triggered", "a collection cycle starts now", cycleId, clock.instant()));
        Routes.send(request, response.status(Status.ACCEPTED_202), Json.TYPE, body);
    }

    private void authorize(ServerRequest request) {
        if (token == null) {
            throw new ApiException(Status.FORBIDDEN_403, "admin calls are off: set ADMIN_TOKEN");
        }
        String given = request.headers()
                .first(TOKEN)
                .orElseThrow(() -> new ApiException(Status.UNAUTHORIZED_401, "the header X-Admin-Token is missing"));
        // The header's bytes as they came, whatever the alphabet. In constant time: how long a comparison takes must not tell how much of the token was right.
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.ISO_8859_1), token.getBytes(StandardCharsets.UTF_8))) {
            throw new ApiException(Status.FORBIDDEN_403, "the header X-Admin-Token is wrong");
        }
    }
}
