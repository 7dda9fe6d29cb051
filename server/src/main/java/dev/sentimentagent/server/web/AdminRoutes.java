package dev.sentimentagent.server.web;

import dev.sentimentagent.server.collection.Collector;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /admin/…}: what only the operator may ask for. */
final class AdminRoutes implements Route.Group {
    private static final Logger log = LoggerFactory.getLogger(AdminRoutes.class);

    private final AdminAccess access;
    private final Collector collector;
    private final InstantSource clock;

    AdminRoutes(AdminAccess access, Collector collector, InstantSource clock) {
        this.access = access;
        this.collector = collector;
        this.clock = clock;
    }

    record TriggeredBody(String status, String message, String cycleId, Instant timestamp) {}

    private static final Endpoint COLLECT = Endpoint.post("/api/v1/admin/collect", "Admin", "Starts a cycle of the collection now")
            .forAdmin()
            .answering(202, "It starts", TriggeredBody.class)
            .failing(409, "A cycle is running already, another instance collects, or collection is off");

    @Override
    public List<Route> routes() {
        return List.of(new Route(COLLECT, access.guard(this::collect)));
    }

    private void collect(ServerRequest request, ServerResponse response) {
        if (!collector.collects()) {
            throw new ApiException(Status.CONFLICT_409, "collection is off: set REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET");
        }
        if (collector.standsBy()) {
            throw new ApiException(Status.CONFLICT_409, "another instance collects: ask the one whose /health says \"role\":\"collector\"");
        }
        String cycleId = collector.trigger()
                .orElseThrow(() -> new ApiException(Status.CONFLICT_409, "a collection cycle is running already"));
        log.info("cycle {} was asked for", cycleId);
        byte[] body = Json.write(new TriggeredBody("triggered", "a collection cycle starts now", cycleId, clock.instant()));
        Routes.send(request, response.status(Status.ACCEPTED_202), Json.TYPE, body);
    }
}
