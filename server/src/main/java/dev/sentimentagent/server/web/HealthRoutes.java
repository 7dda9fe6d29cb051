package dev.sentimentagent.server.web;

import dev.sentimentagent.server.health.HealthCheck;
import dev.sentimentagent.server.health.HealthReport;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** {@code /health}, {@code /health/live} and {@code /health/ready}; never cached, never waiting for the store. */
final class HealthRoutes implements Route.Group {
    private final HealthCheck health;
    private final BooleanSupplier ready;
    private final boolean enabled;

    HealthRoutes(HealthCheck health, BooleanSupplier ready, boolean enabled) {
        this.health = health;
        this.ready = ready;
        this.enabled = enabled;
    }

    record HealthBody(
            String status,
            List<String> reasons,
            Instant timestamp,
            HealthReport.ProcessState process,
            HealthReport.ApplicationState application,
            HealthReport.DatabaseState database) {
        static HealthBody of(HealthReport report) {
            return new HealthBody(
                    report.status().label(),
                    report.reasons(),
                    report.timestamp(),
                    report.process(),
                    report.application(),
                    report.database());
        }
    }

    record StateBody(String status) {}

    private static final Endpoint HEALTH = Endpoint.get("/health", "Health", "How the service is")
            .answering(HealthBody.class)
            .answering(503, "It is unhealthy", HealthBody.class);
    private static final Endpoint LIVE = Endpoint.get("/health/live", "Health", "Whether the process answers at all")
            .answering(StateBody.class);
    private static final Endpoint READY = Endpoint.get("/health/ready", "Health", "Whether it takes requests")
            .answering(StateBody.class)
            .answering(503, "It does not, because it is stopping", StateBody.class);

    @Override
    public List<Route> routes() {
        return Stream.of("", "/api/v1").flatMap(this::below).toList();
    }

    private Stream<Route> below(String prefix) {
        return Stream.of(new Route(HEALTH, report()), new Route(LIVE, state(() -> true, "live")), new Route(READY, state(ready, "ready")))
                .filter(route -> enabled || !route.endpoint().equals(HEALTH))
                .map(route -> new Route(route.endpoint().at(prefix + route.endpoint().path()), route.handler()));
    }

    private Handler report() {
        return (request, response) -> {
            HealthReport report = health.report();
            boolean bad = report.status() == HealthReport.Status.UNHEALTHY;
            send(request, response.status(bad ? Status.SERVICE_UNAVAILABLE_503 : Status.OK_200), HealthBody.of(report));
        };
    }

    private static Handler state(BooleanSupplier good, String name) {
        return (request, response) -> {
            boolean is = good.getAsBoolean();
            send(request, response.status(is ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503), new StateBody(is ? name : "not " + name));
        };
    }

    private static void send(ServerRequest request, ServerResponse response, Object body) {
        Routes.send(request, response.header(HeaderNames.CACHE_CONTROL, "no-store"), Json.TYPE, Json.write(body));
    }
}
