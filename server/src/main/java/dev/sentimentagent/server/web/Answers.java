package dev.sentimentagent.server.web;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.sentimentagent.server.dashboard.Page;
import dev.sentimentagent.server.dashboard.PageRequest;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.job.Rhythm;
import dev.sentimentagent.server.statistics.Changes;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests, and keeps answers for as long as no client can tell: until data changes, and where they look back from now, for a
 * second; pages as {@link KeptPages} says. Requests that are equal at the same time cost one computation.
 *
 * <p>What is asked for once is not kept: it would outlive the young generation for nobody's sake. From the second time on it is; a page, which
 * costs much more to make, at once. Thread-safe.
 */
final class Answers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    /** How long an answer that depends on the time is kept. */
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration UNUSED = Duration.ofMinutes(5);
    private static final long MAX_BYTES = 4 << 20;
    /** The usual spans of the overview and of 14 subreddits' take 5 MB. */
    private static final long MAX_BYTES_OF_PAGES = 8 << 20;
    /** Beside those that answer all else, so that a page in the making holds nobody up; some, since one may wait for the database. */
    private static final int MAKERS = 4 * Runtime.getRuntime().availableProcessors();
    private static final Duration IDLE = Duration.ofSeconds(10);
    /** How often it is looked whether a page is to be made anew. */
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Nothing is lost with a page. */
    private static final Duration GRACE = Duration.ZERO;

    private final LongSupplier dataVersion;
    private final Kept momentary = Kept.forMoment(MOMENT, MAX_BYTES);
    private final Kept lasting = Kept.whileUsed(UNUSED, MAX_BYTES);
    private final KeptPages pages;
    private final Job renewal;

    /**
     * Answers to requests.
     *
     * @param changes whose version is asked for with every one of them
     */
    Answers(Changes changes) {
        this.dataVersion = changes::version;
        this.pages = new KeptPages(changes.sightedVersion(), MAX_BYTES_OF_PAGES, makers(), Ticker.systemTicker());
        changes.onSighting(pages::moved);
        this.renewal = new Job("pages", Rhythm.withPauses(LOOK), GRACE, this::renew,
                e -> log.warn("pages are not made ahead of those who ask for them, who wait until they are: {}", e.toString()));
    }

    /** Makes pages ahead from now on. */
    void start() {
        renewal.start();
    }

    @Override
    public void close() {
        renewal.close();
    }

    private void renew() throws InterruptedException {
        pages.renew(renewal::stopping);
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
            PageRequest asked = reader.apply(request);
            Supplier<Answer> answer = () -> Answer.of(maker.apply(asked));
            // Before there is any data, a page counts the seconds to the first collection.
            boolean none = dataVersion.getAsLong() == 0;
            (none ? momentary.get(asked.key(), answer) : pages.get(asked.key(), answer)).send(request, response);
        };
    }

    /** Threads of the system, which share the processors with others while they count; virtual ones do not give them up. */
    private static Executor makers() {
        ThreadPoolExecutor makers = new ThreadPoolExecutor(MAKERS, MAKERS, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("page-", 1).factory());
        makers.allowCoreThreadTimeOut(true);
        return makers;
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
