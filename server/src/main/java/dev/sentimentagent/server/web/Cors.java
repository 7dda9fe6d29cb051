package dev.sentimentagent.server.web;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;

/** Lets pages of the sites that the operator named use the API, errors included; all others a browser keeps away. */
final class Cors implements Filter {
    private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Origin");
    private static final Header EXPOSED = HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Link, Retry-After");
    private static final Header METHODS = HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS,
            "GET, HEAD, POST, PUT, DELETE");
    private static final Header ALLOWED = HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
            "Content-Type, X-Admin-Token, If-Match, If-None-Match");
    private static final Header MAX_AGE = HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600");

    private final List<String> origins;

    /** @param origins such as {@code https://dashboard.example}, exactly as browsers send them */
    Cors(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        List<Header> headers = headers(request.headers());
        headers.forEach(response::header);
        if (headers.size() > 1 && request.prologue().method().equals(Method.OPTIONS)) {
            response.header(METHODS).header(ALLOWED).header(MAX_AGE);
            response.status(Status.NO_CONTENT_204).send();
        } else {
            chain.proceed();
        }
    }

    /** Those that every answer to such a request has. */
    List<Header> headers(Headers request) {
        String origin = request.first(HeaderNames.ORIGIN).filter(origins::contains).orElse(null);
        return origin == null
                ? List.of(VARY)
                : List.of(VARY, EXPOSED, HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin));
    }
}
