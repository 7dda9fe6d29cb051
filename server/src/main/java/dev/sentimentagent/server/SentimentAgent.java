package dev.sentimentagent.server;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.reddit.HttpRedditClient;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.sentiment.ToolMatcher;
import dev.sentimentagent.sentiment.VaderScorer;
import dev.sentimentagent.server.collection.CollectionLoop;
import dev.sentimentagent.server.collection.CycleTotals;
import dev.sentimentagent.server.collection.ItemAnalyzer;
import dev.sentimentagent.server.collection.Schedule;
import dev.sentimentagent.server.health.HealthCheck;
import dev.sentimentagent.server.health.ProcessFigures;
import dev.sentimentagent.server.health.StoreProbe;
import dev.sentimentagent.server.metrics.Metrics;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.server.statistics.Statistics;
import dev.sentimentagent.server.trending.Trending;
import dev.sentimentagent.server.web.HttpServer;
import dev.sentimentagent.server.web.WebParts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running service: all its parts and how they hang together. Reddit → page → items → score → one transaction → rollups → answer.
 */
public final class SentimentAgent implements AutoCloseable {
    /** What the first page and the default of most questions look at, and the hour that the oldest edge cuts. */
    private static final Duration FIRST_NEEDED = Duration.ofHours(25);
    private static final Logger log = LoggerFactory.getLogger(SentimentAgent.class);

    private final Store store;
    private final Statistics statistics;
    private final Optional<RedditClient> reddit;
    private final Optional<CollectionLoop> loop;
    private final TrendingJob trendingJob;
    private final StoreProbe probe;
    private final Metrics metrics = new Metrics();
    private final HttpServer http;
    private volatile boolean ready = true;

    private SentimentAgent(Settings settings, Store store, TimeSource time, boolean demo) {
        this.store = store;
        int interrupted = store.cycles().closeInterrupted(time.instant());
        if (interrupted > 0) {
            log.warn("{} cycle(s) had been interrupted by the end of the process; what they had committed is kept", interrupted);
        }
        this.statistics = new Statistics(store, time, FIRST_NEEDED);
        ToolCatalogue catalogue = ToolCatalogue.standard();
        ItemAnalyzer analyzer = new ItemAnalyzer(new VaderScorer(), new ToolMatcher(catalogue));
        Map<String, String> toolNames = catalogue.tools().stream().collect(Collectors.toMap(Tool::id, Tool::name));
        this.trendingJob = new TrendingJob(new Trending(store.items(), store.topics(), toolNames, time), time);
        this.probe = new StoreProbe(store, settings.health().thresholds().storePatience(), statistics::follow);
        this.reddit = settings.reddit().client().map(access -> new HttpRedditClient(access, time, RandomGenerator.getDefault()));
        this.loop = reddit.map(
                client -> new CollectionLoop(
                        new Schedule(settings.collection().subreddits(), Schedule.FIRST_DELAY, settings.collection().interval()),
                        client,
                        store,
                        analyzer,
                        (batch, result) -> {
                            statistics.apply(batch, result);
                            metrics.collection().committed(batch, result);
                        },
                        time,
                        ProcessFigures::rssBytes,
                        this::cycleEnded));
        HealthCheck health = new HealthCheck(
                settings.health().thresholds(),
                store.backend(),
                probe::state,
                () -> loop.map(CollectionLoop::totals).map(SentimentAgent::cycles).orElse(HealthCheck.Cycles.NONE),
                ProcessFigures::rssBytes,
                time);
        measure(health);
        this.http = HttpServer.start(
                settings.http().host(),
                settings.http().port(),
                new WebParts(
                        store,
                        statistics,
                        health,
                        settings.health().enabled(),
                        metrics,
                        settings.collection().subreddits(),
                        () -> ready,
                        loop.<Supplier<Optional<String>>>map(running -> running::trigger).orElse(null),
                        () -> loop.flatMap(CollectionLoop::nextStart),
                        time,
                        settings.http().adminToken(),
                        settings.http().corsOrigins(),
                        demo));
    }

    /**
     * Starts the service on a store that is open. HTTP answers when this returns; the first cycle comes five seconds later.
     *
     * @param demo whether all data is invented: every page says so
     * @throws dev.sentimentagent.model.store.StoreException if the store fails
     * @throws java.io.UncheckedIOException if the address cannot be bound
     */
    public static SentimentAgent start(Settings settings, Store store, TimeSource time, boolean demo) {
        SentimentAgent agent = new SentimentAgent(settings, store, time, demo);
        log.info("listening on http://{}:{}/", settings.http().host(), agent.port());
        agent.loop.ifPresentOrElse(
                CollectionLoop::start,
                () -> log.warn("nothing is collected: REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET are not set; stored data is served"));
        agent.trendingJob.start();
        if (agent.loop.isEmpty() || store.topics().topics(1).isEmpty()) {
            // No cycle will compute them soon, and those that are stored may be of another time, or none, where data was imported.
            agent.trendingJob.hurry();
        }
        Thread.ofPlatform().daemon().name("warm-up").start(() -> agent.warm(settings.store().startupLoad(), time));
        return agent;
    }

    /** The port that is listened on. */
    public int port() {
        return http.port();
    }

    /** Whether a cycle runs, or has ended and is not counted yet. */
    boolean collecting() {
        return loop.isPresent() && loop.get().nextStart().isEmpty();
    }

    /** Not ready → no new cycle → requests in flight finish → the running batch is committed, its cycle closed → the store is closed. */
    @Override
    public void close() {
        log.info("stopping");
        ready = false;
        // First, or the end of the running cycle would begin a computation that the stop had to wait for.
        trendingJob.stop();
        loop.ifPresent(CollectionLoop::stop);
        http.close();
        loop.ifPresent(CollectionLoop::close);
        trendingJob.close();
        probe.close();
        reddit.ifPresent(RedditClient::close);
        closeStore();
        metrics.close();
        log.info("stopped");
    }

    private void closeStore() {
        try {
            store.close();
        } catch (StoreException e) {
            // Such as a full disk: the log of the database stays beside it and is taken in at the next start.
            log.warn("the store was not closed in good order, what was committed is kept: {}", e.getMessage());
        }
    }

    private static HealthCheck.Cycles cycles(CycleTotals totals) {
        return new HealthCheck.Cycles(totals.succeeded(), totals.failed(), totals.lastErrors(), true);
    }

    private void measure(HealthCheck health) {
        reddit.ifPresent(metrics.collection()::watch);
        loop.map(CollectionLoop::totals).ifPresent(totals -> {
            metrics.collection().watch(totals);
            metrics.gauges().watchJob("collection", totals, CycleTotals::broken);
        });
        metrics.gauges().watchJob("trending", trendingJob, TrendingJob::failures);
        metrics.gauges().watch(probe, health);
        metrics.gauges().watchMemory(ProcessFigures::rssBytes);
    }

    private void cycleEnded() {
        probe.hurry();
        trendingJob.hurry();
    }

    private void warm(Duration span, TimeSource time) {
        long start = System.nanoTime();
        try {
            statistics.load();
            statistics.warm(span);
            Map<ItemKind, Long> counts = store.items().count(Window.ending(time.instant(), span));
            log.info(
                    "{} posts and {} comments of the last {} h loaded in {} ms",
                    counts.getOrDefault(ItemKind.POST, 0L),
                    counts.getOrDefault(ItemKind.COMMENT, 0L),
                    span.toHours(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
            statistics.warm(Statistics.REACH);
        } catch (RuntimeException e) {
            log.warn("the last {} h were not loaded ahead; they are read when asked for", span.toHours(), e);
        }
    }
}
