package dev.sentimentagent.server.web;

import org.slf4j.LoggerFactory;
import org.slf4j.Logger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.time.Duration;
import java.net.InetSocketAddress;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.settings.RateLimit;
import dev.sentimentagent.server.catalogue.Admin;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask for what only the operator may: whoever sends the token. It comes in a header that no form and no other site's page can send, so a
 * browser cannot be made to use it. Wrong ones are logged, and whoever sends many has to wait for two seconds between them, with the right one too.
 * Thread-safe.
 */
final class AdminAccess {
    private static final HeaderName TOKEN = HeaderNames.create("X-Admin-Token");

    private static final Logger log = LoggerFactory.getLogger(AdminAccess.class);
    /** So many wrong tokens at once, and a minute: more than a person or a client that tries again needs, less than a guesser wants. */
    private static final RateLimit WRONG = new RateLimit(30, 20, true);
    private static final int MAX_AGENT = 300;

    private final ClientRate wrong = new ClientRate(WRONG, System::nanoTime);
    private final @Nullable String token;

    /** @param token null: every call is refused */
    AdminAccess(@Nullable String token) {
        this.token = token;
    }

    /** The same handler, for those who have the token: nothing of a request is read before it is looked at. */
    Handler guard(Handler handler) {
        return (request, response) -> {
            check(request);
            handler.handle(request, response);
        };
    }

    /** A call that only the operator may make, answered with JSON that nobody keeps. */
    Route json(Endpoint endpoint, Function<ServerRequest, Object> handler) {
        return json(endpoint, handler, (_, _) -> {});
    }

    /** @param headers adds to the answer what belongs to its body */
    <T> Route json(Endpoint endpoint, Function<ServerRequest, T> handler, BiConsumer<T, ServerResponse> headers) {
        return new Route(endpoint, guard((request, response) -> {
            T answer = handler.apply(request);
            byte[] body = Json.write(answer);
            headers.accept(answer, response);
            response.header(HeaderNames.CACHE_CONTROL, "no-store");
            Routes.send(request, response, Json.TYPE, body);
        }));
    }

    /** Whoever asks, as the record of changes names them. */
    static Admin admin(ServerRequest request) {
        String agent = request.headers().first(HeaderNames.USER_AGENT).orElse("");
        return new Admin("admin", address(request), agent.substring(0, Math.min(agent.length(), MAX_AGENT)));
    }

    private static String address(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress peer ? peer.getAddress().getHostAddress() : "";
    }

    private static String client(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress peer ? ClientRate.client(peer.getAddress()) : "";
    }

    /** @throws ApiException 429 after many wrong ones, 401 if the token is missing, 403 if it is wrong or there is none */
    void check(ServerRequest request) {
        if (token == null) {
            throw new ApiException(Status.FORBIDDEN_403, "admin calls are off: set ADMIN_TOKEN");
        }
        String given = request.headers()
                .first(TOKEN)
                .orElseThrow(() -> new ApiException(Status.UNAUTHORIZED_401, "the header X-Admin-Token is missing"));
        long wait = wrong.wait(client(request));
        if (wait > 0) {
            throw ApiException.tooMany(Duration.ofNanos(wait));
        }
        // The header's bytes as they came, whatever the alphabet. In constant time: how long a comparison takes must not tell how much of the token was right.
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.ISO_8859_1), token.getBytes(StandardCharsets.UTF_8))) {
            wrong.take(client(request));
            log.warn("an admin call with a wrong token was refused: {} from {}", request.path().absolute().path(), address(request));
            throw new ApiException(Status.FORBIDDEN_403, "the header X-Admin-Token is wrong");
        }
    }
}
