package dev.sentimentagent.server.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Paths and the methods that they take: HEAD wherever GET, as RFC 9110, 9.3.2 has it, and for all others a 405 that names those. */
final class Routes {
    private static final int STREAMED = 8 << 10;
    private static final int WITH_HEADERS = 1 << 10;

    private Routes() {}

    /** Answers GET and HEAD; the handler sends what it has by {@link #send}. */
    static void get(HttpRules rules, String path, Handler handler) {
        rules.get(path, handler).head(path, handler).any(path, only("GET, HEAD"));
    }

    static void post(HttpRules rules, String path, Handler handler) {
        rules.post(path, handler).any(path, only("POST"));
    }

    /** Sends a body, or for HEAD the length that it would have. */
    static void send(ServerRequest request, ServerResponse response, String type, byte[] body) {
        response.header(HeaderNames.CONTENT_TYPE, type);
        if (request.prologue().method().equals(Method.HEAD)) {
            response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, body.length)).send();
        } else if (body.length < STREAMED) {
            response.send(body);
        } else {
            stream(response, body);
        }
    }

    /**
     * Sends what is long without copies. Helidon 4.5 would write it into a buffer behind the headers, for which it reserves fewer bytes than
     * ours have, and so into another of twice the size.
     */
    private static void stream(ServerResponse response, byte[] body) {
        response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, body.length));
        try (OutputStream out = response.outputStream()) {
            out.write(body, 0, WITH_HEADERS);
            out.write(body, WITH_HEADERS, body.length - WITH_HEADERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Handler only(String methods) {
        return (request, response) -> {
            response.header(HeaderNames.ALLOW, methods);
            Errors.send(request, response, Status.METHOD_NOT_ALLOWED_405, request.path().absolute().path() + " takes only " + methods);
        };
    }
}
