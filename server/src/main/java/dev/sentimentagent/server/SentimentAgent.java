package dev.sentimentagent.server;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.reddit.HttpRedditClient;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.server.catalogue.Catalogue;
import dev.sentimentagent.server.catalogue.CatalogueAdmin;
import dev.sentimentagent.server.catalogue.ToolEvent;
import dev.sentimentagent.server.collection.CollectionLoop;
import dev.sentimentagent.server.collection.Collector;
import dev.sentimentagent.server.collection.CycleTotals;
import dev.sentimentagent.server.collection.Schedule;
import dev.sentimentagent.server.dashboard.Dashboard;
import dev.sentimentagent.server.dashboard.DashboardParts;
import dev.sentimentagent.server.detection.DetectedTools;
import dev.sentimentagent.server.detection.Detection;
import dev.sentimentagent.server.figures.Figures;
import dev.sentimentagent.server.health.HealthCheck;
import dev.sentimentagent.server.health.ProcessFigures;
import dev.sentimentagent.server.health.StoreProbe;
import dev.sentimentagent.server.job.Headway;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.lease.CollectorLease;
import dev.sentimentagent.server.metrics.Metrics;
import dev.sentimentagent.server.reanalysis.Pace;
import dev.sentimentagent.server.reanalysis.Reanalysis;
import dev.sentimentagent.server.reanalysis.ReanalysisJobs;
import dev.sentimentagent.server.releases.Releases;
import dev.sentimentagent.server.retention.Retention;
import dev.sentimentagent.server.retention.StoreGrowth;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.server.statistics.Statistics;
import dev.sentimentagent.server.trending.Trending;
import dev.sentimentagent.server.web.HttpServer;
import dev.sentimentagent.server.web.WebParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running service: all its parts and how they hang together. Reddit → page → items → score → one transaction → rollups → answer.
 */
public final class SentimentAgent implements AutoCloseable {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    /** What the first page and the default of most questions look at, and the hour that the oldest edge cuts. */
    private static final Duration FIRST_NEEDED = Duration.ofHours(25);
    private static final Duration FIRST_ANSWERS = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(SentimentAgent.class);

    /**
     * From the start to the first computation of the topics, which takes all of a processor for a moment: what is asked of a service that
     * has just started comes first.
     */
    private static final Duration FIRST_TOPICS = Duration.ofSeconds(5);
    private static final Duration TOPICS_WITHOUT_CYCLES = Duration.ofMinutes(1);
    /** By the machine's clock. Longer than any single call may wait, for the limiter and for timeouts. */
    private static final Duration STUCK = Duration.ofMinutes(15);

    private final Store store;
    private final Catalogue catalogue;
    private final Statistics statistics;
    private final Optional<RedditClient> reddit;
    private final Optional<CollectionLoop> loop;
    private final Optional<Headway> headway;
    private final Figures figures;
    private final Job trendingJob;
    private final List<Job> jobs;
    private final StoreProbe probe;
    private final CollectorLease lease;
    private final Supplier<ItemAnalyzer> analyzer;
    private final ReanalysisJobs reanalysis;
    private final Metrics metrics;
    private final HttpServer http;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Wires the parts; nothing of it runs, and nothing must be undone. */
    private SentimentAgent(Settings settings, Store store, TimeSource time, boolean demo, Preparation preparation) {
        this.store = store;
        this.catalogue = new Catalogue(store.catalogue(), ToolCatalogue::standard, settings.collection().subreddits(), time);
        Lazy<ItemAnalyzer> scoring = new Lazy<>(
                () -> ItemAnalyzer.of(settings.collection().sentimentMethod(), catalogue.current().matcher()));
        this.analyzer = () -> scoring.get().with(catalogue.current().matcher());
        this.lease = CollectorLease.of(settings, store);
        Store leased = lease.store();
        Lazy<Trending> trending = new Lazy<>(
                () -> new Trending(store.items(), leased.topics(), () -> catalogue.current().names(), time));
        this.statistics = new Statistics(store, time, FIRST_NEEDED, settings.store().retention().orElse(FOR_EVER));
        this.figures = new Figures(statistics, store, () -> catalogue.current().tools(), () -> analyzer.get().explainer(), time);
        this.trendingJob = lease.guard(TrendingJob.of(trending, time, SentimentAgent::giveMemoryBack));
        Optional<Retention> retention = settings.store().retention()
                .map(kept -> new Retention(leased.retention(), kept, time, statistics::newestHour, statistics::expire));
        StoreGrowth growth = new StoreGrowth(store, time);
        this.metrics = preparation.metrics();
        this.reanalysis = new ReanalysisJobs(
                store,
                new Reanalysis(leased, analyzer, statistics::apply,
                        Pace.beside(metrics.http()::answered, this::collecting, settings.reanalysis().batchDelay()), time),
                settings.reanalysis(),
                time,
                lease::held);
        reanalysis.onWritten(statistics.changes()::settle);
        CatalogueAdmin catalogueAdmin = new CatalogueAdmin(catalogue, store, statistics::follow, time);
        catalogueAdmin.onTool(this::changed);
        metrics.gauges().watch(catalogueAdmin);
        Detection detection = new Detection(store, () -> catalogue.current().listed().stream().map(CatalogueTool::tool).toList(), time,
                lease::held);
        Approvals approvals = new Approvals(catalogueAdmin);
        DetectedTools detected = new DetectedTools(store, time, approvals::begin, approvals::end);
        Releases releases = new Releases(store.items(), () -> catalogue.current().tools(), time);
        this.jobs = Stream
                .concat(retention.map(Retention::job).map(lease::guard).stream(),
                        Stream.of(growth.job(), figures.job(), releases.job(), lease.guard(reanalysis.job()), lease.guard(detection.job())))
                .toList();
        this.probe = new StoreProbe(store, settings.health().thresholds().storePatience(), this::follow);
        this.reddit = settings.reddit().client().map(access -> new HttpRedditClient(access, time, RandomGenerator.getDefault()));
        this.loop = reddit.map(
                client -> new CollectionLoop(
                        new Schedule(() -> catalogue.current().subreddits(), Schedule.FIRST_DELAY, settings.collection().interval()),
                        client,
                        leased,
                        analyzer,
                        (batch, result) -> {
                            statistics.apply(batch, result);
                            metrics.collection().committed(batch, result);
                        },
                        time,
                        ProcessFigures::rssBytes,
                        this::cycleEnded));
        loop.map(CollectionLoop::job).ifPresent(lease::guard);
        lease.onLoss(() -> loop.ifPresent(CollectionLoop::abandon));
        this.headway = loop.map(
                collecting -> new Headway(
                        collecting.job(),
                        () -> reddit.map(RedditClient::requests).orElse(0L) + probe.state().dataVersion(),
                        STUCK));
        HealthCheck health = new HealthCheck(
                settings.health().thresholds(),
                store.backend(),
                probe::state,
                () -> loop.map(CollectionLoop::totals).map(this::cycles).orElse(HealthCheck.Cycles.NONE),
                ProcessFigures::rssBytes,
                time);
        measure(health, growth);
        Collector collector = lease.guard(loop.<Collector>map(running -> running).orElse(Collector.NONE),
                settings.collection().interval());
        this.http = HttpServer.of(
                settings.http().host(),
                settings.http().port(),
                new WebParts(
                        store,
                        statistics,
                        health,
                        settings.health().enabled(),
                        metrics,
                        () -> stopped.getCount() > 0,
                        collector,
                        time,
                        settings.http().adminToken(),
                        settings.http().corsOrigins(),
                        settings.http().rateLimit(),
                        catalogue,
                        catalogueAdmin,
                        reanalysis,
                        detected,
                        new Dashboard(
                                new DashboardParts(
                                        store,
                                        figures,
                                        releases,
                                        catalogue,
                                        collector,
                                        time,
                                        demo,
                                        () -> analyzer.get().explainer()))));
    }

    /**
     * Starts the service on a store that is open, and stays open when it is closed. HTTP answers when this returns; the first cycle comes
     * five seconds later.
     *
     * @param demo whether all data is invented: every page says so
     * @throws StoreException if the store fails
     * @throws java.io.UncheckedIOException if the address cannot be bound
     */
    public static SentimentAgent start(Settings settings, Store store, TimeSource time, boolean demo) {
        Preparation preparation = Preparation.begin();
        preparation.canLog();
        return start(settings, store, time, demo, preparation);
    }

    /** The same, with what was prepared while the store was opened. */
    public static SentimentAgent start(Settings settings, Store store, TimeSource time, boolean demo, Preparation preparation) {
        // Where others may collect, the running cycle may be theirs.
        boolean alone = settings.store().address().file().isPresent();
        int interrupted = alone ? store.cycles().closeInterrupted(time.instant()) : 0;
        if (interrupted > 0) {
            log.warn("{} cycle(s) had been interrupted by the end of the process; what they had committed is kept", interrupted);
        }
        SentimentAgent agent = new SentimentAgent(settings, store, time, demo, preparation);
        // At the first start it is written, which must not wait until a cycle needs it: the database may be busy by then.
        agent.catalogue.current();
        // First of what runs: it alone can fail, and there is nothing to undo yet.
        agent.http.start();
        log.info("listening on http://{}:{}/", settings.http().host(), agent.port());
        agent.startJobs();
        Thread.ofPlatform().daemon().name("warm-up").start(() -> agent.warm(settings.store().startupLoad(), time));
        return agent;
    }

    private void startJobs() {
        probe.start();
        loop.ifPresentOrElse(
                CollectionLoop::start,
                () -> log.warn("nothing is collected: REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET are not set; stored data is served"));
        trendingJob.start();
        if (store.topics().topics(1).isEmpty()) {
            if (!store.items().subreddits().isEmpty()) {
                // It was imported: without this its topics would wait for the end of a cycle, if one comes at all.
                trendingJob.hurry(FIRST_TOPICS);
            }
        } else if (loop.isEmpty()) {
            // No cycle will compute them, and those that are stored may be of another time.
            trendingJob.hurry(TOPICS_WITHOUT_CYCLES);
        }
        jobs.forEach(Job::start);
        lease.start();
    }

    /** The port that is listened on. */
    public int port() {
        return http.port();
    }

    /**
     * Whether the collection does what it is there for: cycles begin when they are due, and one that runs makes requests or stores items. True
     * where nothing is to be collected. To be asked every few minutes at least.
     */
    public boolean getsOn() {
        return headway.map(Headway::made).orElse(true);
    }

    /** Whether a cycle runs, or has ended and is not counted yet. */
    boolean collecting() {
        return loop.isPresent() && loop.get().nextStart().isEmpty();
    }

    /** Not ready → no new cycle → requests in flight finish → the running batch is committed, its cycle closed. */
    @Override
    public void close() {
        log.info("stopping");
        stopped.countDown();
        // First, or the end of the running cycle would begin a computation that the stop had to wait for.
        trendingJob.stop();
        jobs.forEach(Job::stop);
        loop.ifPresent(CollectionLoop::stop);
        http.close();
        loop.ifPresent(CollectionLoop::close);
        trendingJob.close();
        jobs.forEach(Job::close);
        lease.close();
        probe.close();
        reddit.ifPresent(RedditClient::close);
        metrics.close();
    }

    /** Closes the store of a service that has been closed. A store that fails at that does not keep the program from ending. */
    public static void closeStore(Store store) {
        try {
            store.close();
        } catch (StoreException e) {
            // Such as a full disk: the log of the database stays beside it and is taken in at the next start.
            log.warn("the store was not closed in good order, what was committed is kept: {}", e.getMessage());
        }
        log.info("stopped");
    }

    private void changed(ToolEvent event) {
        switch (event.kind()) {
            case CREATED -> reanalysis.toolCreated(event.toolId(), event.toolName());
            case ACTIVATED -> reanalysis.toolActivated(event.toolId(), event.toolName());
            case RENAMED -> reanalysis.toolChanged(event.toolId(), event.toolName());
        }
    }

    private void follow(long dataVersion) {
        statistics.follow(dataVersion);
        catalogue.follow(dataVersion);
    }

    private HealthCheck.Cycles cycles(CycleTotals totals) {
        return new HealthCheck.Cycles(totals.succeeded(), totals.failed(), totals.lastErrors(), totals.lastRefusal(), true,
                !lease.held());
    }

    private void measure(HealthCheck health, StoreGrowth growth) {
        reddit.ifPresent(metrics.collection()::watch);
        loop.map(CollectionLoop::totals).ifPresent(metrics.collection()::watch);
        loop.map(CollectionLoop::job).ifPresent(metrics.gauges()::watch);
        metrics.gauges().watch(trendingJob);
        metrics.gauges().watch(probe.job());
        jobs.forEach(metrics.gauges()::watch);
        metrics.gauges().watch(growth);
        metrics.gauges().watch(store);
        metrics.gauges().watch(lease);
        metrics.gauges().watch(reanalysis.figures());
        metrics.gauges().watch(probe, health);
        metrics.gauges().watchMemory(ProcessFigures::rssBytes);
    }

    private void cycleEnded() {
        probe.hurry();
        trendingJob.hurry();
    }

    /**
     * The work of a cycle ends with the topics, and all it has allocated is garbage. Serial GC would rather let the old generation grow to
     * its limit than look for garbage in it; one full collection, of some 30 ms, lets the heap shrink to what is needed: docs/decisions.md
     * has figures.
     */
    private static void giveMemoryBack() {
        System.gc();
    }

    /** What another method has scored is served as it is: only the operator can say when a chart may change. */
    private void offerReanalysis() {
        Selection.Scorer scorer = analyzer.get().scorer();
        String method = scorer.method() + " " + scorer.version();
        if (Reanalysis.isDue(store, analyzer.get()) && !reanalysis.methodChanged(method)) {
            log.info("stored items have scores of another method or version than {}: ./sentimentagent reanalyze, or a job of the API,"
                    + " brings them to it", method);
        }
    }

    /** Begins a moment late: whoever waits for a start asks at once, and gets the processors to himself. */
    private void warm(Duration span, TimeSource time) {
        try {
            if (stopped.await(FIRST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        long start = System.nanoTime();
        try {
            statistics.load();
            statistics.warm(span);
            Map<ItemKind, Long> counts = store.items().count(Window.ending(time.instant(), span));
            offerReanalysis();
            log.info(
                    "{} posts and {} comments of the last {} h loaded in {} ms",
                    counts.getOrDefault(ItemKind.POST, 0L),
                    counts.getOrDefault(ItemKind.COMMENT, 0L),
                    span.toHours(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
            statistics.warm(Statistics.REACH);
            figures.job().hurry();
            // Rows on their way into the columns have filled the old generation by now.
            giveMemoryBack();
        } catch (RuntimeException e) {
            if (stopped.getCount() == 0) {
                // It was stopped meanwhile, and the store closed.
                return;
            }
            log.warn("the last {} h were not loaded ahead; they are read when asked for", span.toHours(), e);
        }
    }
}
