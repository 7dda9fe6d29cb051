package dev.sentimentagent.server.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Paths and the methods that they take: HEAD wherever GET, as RFC 9110, 9.3.2 has it, and for all others a 405 that names those. */
final class Routes {
    private Routes() {}

    /** Answers GET and HEAD; the handler sends what it has by {@link #send}. */
    static void get(HttpRules rules, String path, Handler handler) {
        rules.get(path, handler).head(path, handler).any(path, only("GET, HEAD"));
    }

    /** Answers what the calls are, HEAD where one is GET, and other methods with a 405 that names those of the path. */
    static void add(HttpRules rules, List<Route> routes) {
        Map<String, List<Route>> byPath = routes.stream()
                .collect(Collectors.groupingBy(route -> route.endpoint().path(), LinkedHashMap::new, Collectors.toList()));
        byPath.forEach((path, calls) -> {
            List<String> methods = new ArrayList<>();
            for (Route call : calls) {
                String method = call.endpoint().method();
                rules.route(Method.create(method), path, call.handler());
                methods.add(method);
                if (method.equals("GET")) {
                    rules.head(path, call.handler());
                    methods.add("HEAD");
                }
            }
            rules.any(path, only(String.join(", ", methods)));
        });
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
