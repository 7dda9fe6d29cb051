package dev.sentimentagent.server.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/**
 * Closes the connection after the answer where the client asked for that (RFC 9112, 9.6). Helidon 4.5 says that it will and leaves the
 * connection open until it has been idle for long, for which a client that reads to the end would wait.
 *
 * <p>And where it asked whether it may send a body (RFC 9110, 10.1.1), which no call takes: nothing tells whether the next bytes are that
 * body or another request.
 */
final class ClosingConnections implements Filter {
    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        boolean bodyMayFollow = request.headers().contains(HeaderNames.EXPECT);
        if (bodyMayFollow) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        chain.proceed();
        if (response.isSent() && (bodyMayFollow || request.headers().contains(HeaderValues.CONNECTION_CLOSE))) {
            throw new CloseConnectionException("as the client asked, or because its body was not read");
        }
    }
}
