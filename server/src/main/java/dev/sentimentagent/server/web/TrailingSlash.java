package dev.sentimentagent.server.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/** Sends who puts a slash at the end of a path to the path without it. */
final class TrailingSlash implements Filter {
    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String path = request.prologue().uriPath().rawPath();
        // With two slashes or a backslash in front a browser would take the next part for another site.
        boolean ours = path.length() > 1 && path.charAt(0) == '/' && path.charAt(1) != '/' && path.charAt(1) != '\\';
        if (!ours || path.charAt(path.length() - 1) != '/') {
            chain.proceed();
            return;
        }
        String query = request.query().rawValue();
        String target = path.substring(0, path.length() - 1) + (query.isEmpty() ? "" : "?" + query);
        response.status(Status.PERMANENT_REDIRECT_308).header(HeaderNames.LOCATION, target).send();
    }
}
