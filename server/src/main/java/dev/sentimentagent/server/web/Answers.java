package dev.sentimentagent.server.web;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sentimentagent.server.dashboard.Page;
import dev.sentimentagent.server.dashboard.PageRequest;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests, and keeps answers for as long as no client can tell: until data changes, and where they look back from now, for a
 * second, or a glance if they are pages. Requests that are equal at the same time cost one computation.
 *
 * <p>What is asked for once is not kept: it would outlive the young generation for nobody's sake. From the second time on it is; a page, which
 * costs much more to make, at once. Thread-safe.
 */
final class Answers {
    /** How long an answer that depends on the time is kept. */
    private static final Duration MOMENT = Duration.ofSeconds(1);
    /** How long a page is kept, which tells the time in minutes and costs a hundred times what an answer does. */
    private static final Duration GLANCE = Duration.ofMinutes(1);
    private static final Duration UNUSED = Duration.ofMinutes(5);
    private static final long MAX_BYTES = 4 << 20;
    /** The usual spans of the overview and of 14 subreddits' take 5 MB. */
    private static final long MAX_BYTES_OF_PAGES = 8 << 20;
    /** Of the objects around an answer. */
    private static final int BYTES_BESIDE = 400;

    private final LongSupplier dataVersion;
    private final Kept momentary = new Kept(Caffeine.newBuilder().expireAfterWrite(MOMENT), MAX_BYTES, MOMENT);
    private final Kept pages = new Kept(Caffeine.newBuilder().expireAfterWrite(GLANCE), MAX_BYTES_OF_PAGES, null);
    private final Kept lasting = new Kept(Caffeine.newBuilder().expireAfterAccess(UNUSED), MAX_BYTES, UNUSED);

    /** @param dataVersion of what answers are made from; asked with every request, so it must cost nothing */
    Answers(LongSupplier dataVersion) {
        this.dataVersion = dataVersion;
    }

    /** What came of making an answer: a failure as a value, so that all who wait for it get it. */
    private record Made(@Nullable Answer answer, @Nullable Throwable failure) {
        static Made by(Supplier<Answer> maker) {
            try {
                return new Made(maker.get(), null);
            } catch (Throwable e) {
                // An Error too, or others would wait for ever.
                return new Made(null, e);
            }
        }

        Answer orThrow() {
            return switch (failure) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> requireNonNull(answer);
            };
        }
    }

    /** Answers that are kept, those that are being made, and which were asked for a short while ago. */
    private static final class Kept {
        private final Cache<String, Answer> answers;
        private final Map<String, CompletableFuture<Made>> underWay = new ConcurrentHashMap<>();
        private final @Nullable AskedBefore askedBefore;

        /** @param shortWhile within which an answer must be asked for again to be kept; null if it is kept at once */
        Kept(Caffeine<Object, Object> cache, long maxBytes, @Nullable Duration shortWhile) {
            this.answers = cache.executor(Runnable::run)
                    .maximumWeight(maxBytes)
                    .weigher((String key, Answer answer) -> key.length() + answer.bytes() + BYTES_BESIDE)
                    .build();
            this.askedBefore = shortWhile == null ? null : new AskedBefore(shortWhile);
        }

        /** The answer that is kept or being made; makes it if there is none. What fails is not kept, but told to all who wait for it. */
        Answer get(String key, Supplier<Answer> maker) {
            Answer known = answers.getIfPresent(key);
            if (known != null) {
                return known;
            }
            CompletableFuture<Made> own = new CompletableFuture<>();
            CompletableFuture<Made> others = underWay.putIfAbsent(key, own);
            if (others != null) {
                return others.join().orThrow();
            }
            Made made = Made.by(maker);
            if (made.answer != null && (askedBefore == null || askedBefore.note(key))) {
                answers.put(key, made.answer);
            }
            underWay.remove(key);
            own.complete(made);
            return made.orThrow();
        }
    }

    /** A call that is answered with JSON about a span of time that ends now. */
    Route untilNow(Endpoint endpoint, Function<Query, Reply> handler) {
        return route(endpoint, momentary, dataVersion, handler);
    }

    /** A call that is answered with JSON about what is stored, whatever the time. */
    Route stored(Endpoint endpoint, Function<Query, Reply> handler) {
        return stored(endpoint, dataVersion, handler);
    }

    /** The same, if not all that is stored can change it: kept until that version moves. */
    Route stored(Endpoint endpoint, LongSupplier version, Function<Query, Reply> handler) {
        return route(endpoint, lasting, version, handler);
    }

    /** A handler that answers with a page, or a file made from one, about what is stored and the time. */
    Handler page(Function<ServerRequest, PageRequest> reader, Function<PageRequest, Page> maker) {
        return (request, response) -> {
            long version = dataVersion.getAsLong();
            PageRequest asked = reader.apply(request);
            // Before there is any data, a page counts the seconds to the first collection.
            Kept kept = version == 0 ? momentary : pages;
            kept.get(version + " " + asked.key(), () -> Answer.of(maker.apply(asked))).send(request, response);
        };
    }

    private static Route route(Endpoint endpoint, Kept kept, LongSupplier version, Function<Query, Reply> handler) {
        return new Route(endpoint, (request, response) -> {
            Query query = new Query(endpoint, request);
            kept.get(version.getAsLong() + " " + query.key(), () -> {
                Reply reply = handler.apply(query);
                return new Answer(Json.TYPE, reply.body(), reply.content(), reply.next());
            }).send(request, response);
        });
    }
}
