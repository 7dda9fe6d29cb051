package dev.sentimentagent.server.web;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Who may ask for what only the operator may: whoever sends the token. Thread-safe. */
final class AdminAccess {
    private static final HeaderName TOKEN = HeaderNames.create("X-Admin-Token");

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

    /** @throws ApiException 401 if the token is missing, 403 if it is wrong or there is none */
    void check(ServerRequest request) {
        if (token == null) {
            throw new ApiException(Status.FORBIDDEN_403, "admin calls are off: set ADMIN_TOKEN");
        }
        String given = request.headers()
                .first(TOKEN)
                .orElseThrow(() -> new ApiException(Status.UNAUTHORIZED_401, "the header X-Admin-Token is missing"));
        // The header's bytes as they came, whatever the alphabet. In constant time: how long a comparison takes must not tell how much of the token was right.
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.ISO_8859_1), token.getBytes(StandardCharsets.UTF_8))) {
            throw new ApiException(Status.FORBIDDEN_403, "the header X-Admin-Token is wrong");
        }
    }
}
