package dev.sentimentagent.server.web;

import dev.sentimentagent.server.metrics.Metrics;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /metrics}, for Prometheus. */
final class MetricsRoutes implements Route.Group {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;

    MetricsRoutes(Metrics metrics) {
        this.metrics = metrics;
    }

    private static final Endpoint METRICS = Endpoint.get("/metrics", "Health", "Metrics in Prometheus' text format")
            .answeringWith("text/plain", "The metrics");

    @Override
    public List<Route> routes() {
        return List.of(new Route(METRICS,
                (request, response) -> Routes.send(request, response, TEXT_FORMAT, metrics.scrape().getBytes(StandardCharsets.UTF_8))));
    }
}
