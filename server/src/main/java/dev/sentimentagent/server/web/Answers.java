package dev.sentimentagent.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns replies into answers with an {@code ETag}, and keeps them for as long as no client can tell: a second, or until data changes.
 * Many clients that ask the same thing at once cost one computation. Thread-safe.
 */
final class Answers {
    private static final Duration LIFETIME = Duration.ofSeconds(1);
    private static final long MAX_BYTES = 16 << 20;
    private static final int ETAG_BYTES = 12;

    private final LongSupplier dataVersion;
    private final Cache<String, Answer> cache = Caffeine.newBuilder()
            .expireAfterWrite(LIFETIME)
            .maximumWeight(MAX_BYTES)
            .weigher((String key, Answer answer) -> key.length() + answer.body.length)
            .build();

    private static final class Answer {
        final byte[] body;
        final String etag;
        final @Nullable String next;

        Answer(byte[] body, String etag, @Nullable String next) {
            this.body = body;
            this.etag = etag;
            this.next = next;
        }
    }

    Answers(LongSupplier dataVersion) {
        this.dataVersion = dataVersion;
    }

    /** A handler that answers with JSON and may answer from the cache. */
    Handler json(Function<Query, Reply> handler) {
        return json((query, _) -> handler.apply(query));
    }

    /** A handler that looks at more of the request than its parameters. */
    interface RequestHandler {
        Reply handle(Query query, ServerRequest request);
    }

    Handler json(RequestHandler handler) {
        return (request, response) -> {
            long version = dataVersion.getAsLong();
            String key = version + " " + request.path().absolute().rawPath() + "?" + request.query().rawValue();
            Answer answer = cache.get(key, _ -> render(handler.handle(new Query(request), request)));
            send(request, response, answer);
        };
    }

    @SuppressWarnings("ReferenceEquality") // the very same object, or it is written again
    private static Answer render(Reply reply) {
        byte[] body = Json.write(reply.body());
        byte[] content = reply.content() == reply.body() ? body : Json.write(reply.content());
        return new Answer(body, "\"" + digest(content) + "\"", reply.next());
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, ETAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean matches(ServerRequest request, String etag) {
        return request.headers()
                .all(HeaderNames.IF_NONE_MATCH, List::of)
                .stream()
                .anyMatch(tags -> tags.contains(etag) || tags.strip().equals("*"));
    }

    private static void send(ServerRequest request, ServerResponse response, Answer answer) {
        response.header(HeaderNames.ETAG, answer.etag);
        response.header(HeaderNames.CACHE_CONTROL, "no-cache");
        if (answer.next != null) {
            response.header(HeaderNames.LINK, "<" + request.path().absolute().rawPath() + "?" + answer.next + ">; rel=\"next\"");
        }
        if (matches(request, answer.etag)) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else {
            Routes.send(request, response, Json.TYPE, answer.body);
        }
    }
}
