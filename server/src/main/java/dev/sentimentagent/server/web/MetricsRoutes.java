package dev.sentimentagent.server.web;

import dev.sentimentagent.server.metrics.Metrics;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.nio.charset.StandardCharsets;

/** {@code /metrics}, for Prometheus. */
final class MetricsRoutes implements HttpService {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;

    MetricsRoutes(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void routing(HttpRules rules) {
        Routes.get(rules, "/",
                (request, response) -> Routes.send(request, response, TEXT_FORMAT, metrics.scrape().getBytes(StandardCharsets.UTF_8)));
    }
}
