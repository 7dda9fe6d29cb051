package dev.sentimentagent.server.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;

/** Lets pages of the sites that the operator named read the API; all others a browser keeps away. Admin calls are for nobody's page. */
final class Cors implements Filter {
    private final List<String> origins;

    /** @param origins such as {@code https://dashboard.example}, exactly as browsers send them */
    Cors(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String origin = request.headers().first(HeaderNames.ORIGIN).filter(origins::contains).orElse(null);
        if (origin == null) {
            chain.proceed();
            return;
        }
        response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        response.header(HeaderNames.VARY, "Origin");
        response.header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Link");
        if (request.prologue().method().equals(Method.OPTIONS)) {
            response.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET");
            response.header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match");
            response.status(Status.NO_CONTENT_204).send();
        } else {
            chain.proceed();
        }
    }
}
