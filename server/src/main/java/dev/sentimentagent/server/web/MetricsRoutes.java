package dev.sentimentagent.server.web;

import dev.sentimentagent.server.metrics.Metrics;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

/** {@code /metrics}, for Prometheus. */
final class MetricsRoutes implements HttpService {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;

    MetricsRoutes(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", (_, response) -> response.header(HeaderNames.CONTENT_TYPE, TEXT_FORMAT).send(metrics.scrape()));
    }
}
