package dev.sentimentagent.server.web;

import dev.sentimentagent.server.metrics.HttpMetrics;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;

/** Times every request, from before its route is chosen until its answer is sent, error or not. */
final class RequestTimer implements Filter {
    /** For whatever no route answers: paths that clients make up must not become series. */
    private static final String NO_ROUTE = "none";

    private final HttpMetrics metrics;

    RequestTimer(HttpMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long start = System.nanoTime();
        response.whenSent(() -> metrics.answered(
                request.matchingPattern().map(RequestTimer::withoutSlash).orElse(NO_ROUTE),
                response.status().code(),
                Duration.ofNanos(System.nanoTime() - start)));
        chain.proceed();
    }

    /** The root of a group of routes has one at its end. */
    private static String withoutSlash(String pattern) {
        return pattern.length() > 1 && pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    }
}
