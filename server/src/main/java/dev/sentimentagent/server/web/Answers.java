package dev.sentimentagent.server.web;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.server.dashboard.Page;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests, and keeps answers for as long as no client can tell: until data changes, and where they look back from now, for a
 * second. Requests that are equal cost one computation, those at the same time too. Thread-safe.
 */
final class Answers {
    /** How long an answer that depends on the time is kept. */
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration UNUSED = Duration.ofMinutes(5);
    private static final long MAX_BYTES = 8 << 20;

    private final LongSupplier dataVersion;
    private final AsyncCache<String, Made> momentary = cache(Caffeine.newBuilder().expireAfterWrite(MOMENT));
    private final AsyncCache<String, Made> lasting = cache(Caffeine.newBuilder().expireAfterAccess(UNUSED));

    /** @param dataVersion of what answers are made from; asked with every request, so it must cost nothing */
    Answers(LongSupplier dataVersion) {
        this.dataVersion = dataVersion;
    }

    /** What came of making an answer: a failure as a value, because the cache would log it as one of its own. */
    private record Made(@Nullable Answer answer, @Nullable Throwable failure) {
        static Made by(Supplier<Answer> maker) {
            try {
                return new Made(maker.get(), null);
            } catch (Throwable e) {
                // An Error too, or others would wait for ever.
                return new Made(null, e);
            }
        }

        int bytes() {
            return answer == null ? 0 : answer.bytes();
        }

        Answer orThrow() {
            return switch (failure) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> requireNonNull(answer);
            };
        }
    }

    /** A call that is answered with JSON about a span of time that ends now. */
    Route untilNow(Endpoint endpoint, Function<Query, Reply> handler) {
        return route(endpoint, momentary, handler);
    }

    /** A call that is answered with JSON about what is stored, whatever the time. */
    Route stored(Endpoint endpoint, Function<Query, Reply> handler) {
        return route(endpoint, lasting, handler);
    }

    /** A handler that answers with a page, or a file made from one, about what is stored and the time. */
    Handler page(Function<ServerRequest, Page> maker) {
        return (request, response) -> {
            String key = dataVersion.getAsLong() + " " + request.path().absolute().rawPath() + "?" + request.query().rawValue();
            get(momentary, key, () -> Answer.of(maker.apply(request))).send(request, response);
        };
    }

    private Route route(Endpoint endpoint, AsyncCache<String, Made> cache, Function<Query, Reply> handler) {
        return new Route(endpoint, (request, response) -> {
            String key = dataVersion.getAsLong() + " " + request.path().absolute().rawPath() + "?" + request.query().rawValue();
            get(cache, key, () -> render(handler.apply(new Query(endpoint, request)))).send(request, response);
        });
    }

    /** The answer that is kept or being made; makes it if there is none. What fails is not kept, but told to all who wait for it. */
    private static Answer get(AsyncCache<String, Made> cache, String key, Supplier<Answer> maker) {
        CompletableFuture<Made> known = cache.getIfPresent(key);
        if (known == null) {
            CompletableFuture<Made> own = new CompletableFuture<>();
            known = cache.asMap().putIfAbsent(key, own);
            if (known == null) {
                known = own;
                own.complete(Made.by(maker));
            }
        }
        Made made = known.join();
        if (made.failure != null) {
            cache.asMap().remove(key, known);
        }
        return made.orThrow();
    }

    private static Answer render(Reply reply) {
        byte[] body = Json.write(reply.body());
        byte[] content = reply.content();
        return new Answer(Json.TYPE, body, content == null ? body : content, reply.next());
    }

    private static AsyncCache<String, Made> cache(Caffeine<Object, Object> kept) {
        return kept.executor(Runnable::run)
                .maximumWeight(MAX_BYTES)
                .weigher((String key, Made made) -> 2 * key.length() + made.bytes())
                .buildAsync();
    }
}
