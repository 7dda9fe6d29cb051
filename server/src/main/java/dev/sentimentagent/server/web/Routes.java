package dev.sentimentagent.server.web;

import dev.sentimentagent.server.web.endpoint.Endpoint;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Paths and the methods that they take: HEAD wherever GET, as RFC 9110, 9.3.2 has it, and for all others a 405 that names those. */
final class Routes {
    private Routes() {}

    /** Answers GET and HEAD; the handler sends what it has by {@link #send}. */
    static void get(HttpRules rules, String path, Handler handler) {
        rules.get(path, handler).head(path, handler).any(path, only("GET, HEAD"));
    }

    /** Answers the endpoint's method, and HEAD where it is GET. */
    static void add(HttpRules rules, Route route) {
        Endpoint endpoint = route.endpoint();
        if (endpoint.method().equals("GET")) {
            get(rules, endpoint.path(), route.handler());
        } else {
            rules.route(Method.create(endpoint.method()), endpoint.path(), route.handler())
                    .any(endpoint.path(), only(endpoint.method()));
        }
    }

    /** Sends a body, or for HEAD the length that it would have. */
    static void send(ServerRequest request, ServerResponse response, String type, byte[] body) {
        response.header(HeaderNames.CONTENT_TYPE, type);
        if (request.prologue().method().equals(Method.HEAD)) {
            response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, body.length)).send();
        } else {
            response.send(body);
        }
    }

    private static Handler only(String methods) {
        return (request, response) -> {
            response.header(HeaderNames.ALLOW, methods);
            Errors.send(request, response, Status.METHOD_NOT_ALLOWED_405, request.path().absolute().path() + " takes only " + methods);
        };
    }
}
