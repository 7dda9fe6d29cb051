package dev.sentimentagent.server.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
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
            Answer answer = cache.get(key, _ -> render(handler.handle(new Query(request), request), version));
            send(request, response, answer);
        };
    }

    private static Answer render(Reply reply, long version) {
        String etag = "\"" + Long.toString(version, 36) + "-" + Integer.toHexString(reply.content().hashCode()) + "\"";
        return new Answer(Json.write(reply.body()), etag, reply.next());
    }

    private static void send(ServerRequest request, ServerResponse response, Answer answer) {
        response.header(HeaderNames.ETAG, answer.etag);
        response.header(HeaderNames.CACHE_CONTROL, "no-cache");
        if (answer.next != null) {
            response.header(HeaderNames.LINK, "<" + request.path().absolute().rawPath() + "?" + answer.next + ">; rel=\"next\"");
        }
        if (request.headers().first(HeaderNames.IF_NONE_MATCH).filter(tags -> tags.contains(answer.etag)).isPresent()) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else {
            response.header(HeaderNames.CONTENT_TYPE, "application/json").send(answer.body);
        }
    }
}
