package dev.sentimentagent.server.web;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/**
 * Closes the connection after the answer where the client asked for that (RFC 9112, 9.6). Helidon 4.5 says that it will and leaves the
 * connection open until it has been idle for long, for which a client that reads to the end would wait.
 */
final class ClosingConnections implements Filter {
    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        chain.proceed();
        if (response.isSent() && request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("as the client asked");
        }
    }
}
