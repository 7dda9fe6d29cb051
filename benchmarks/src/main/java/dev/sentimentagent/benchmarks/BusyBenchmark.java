package dev.sentimentagent.benchmarks;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.settings.ClockSpec;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Latencies while the service, or another process on the same machine, does something else: collects, drops old items, imports. */
final class BusyBenchmark {
    /** Shorter than a cycle, which Reddit's limit of requests a minute draws out: one follows right after the other. */
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int CYCLES_ASKED_FOR = 100;
    private static final int RETENTION_DAYS = 30;
    /** Retention first runs a minute after the start, by this clock two seconds. */
    private static final double RETENTION_CLOCK_FACTOR = 30;
    private static final String RETENTION_SETTING = "DATA_RETENTION_DAYS";

    private static final String TOKEN = "benchmark";
    private static final String JOBS = "/api/v1/admin/reanalysis/jobs";
    private static final Duration POLL = Duration.ofMillis(200);

    /** A service runs for months: what its first seconds cost is measured elsewhere. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    /** So many times as long as the others, since few of its requests, those for pages, make its slowest hundredth. */
    private static final int LENGTH_OF_MIX = 3;

    private final Plan plan;
    private final Wrk wrk;
    private final Stores stores;
    private final Consumer<String> progress;

    BusyBenchmark(Plan plan, Wrk wrk, Stores stores, Consumer<String> progress) {
        this.plan = plan;
        this.wrk = wrk;
        this.stores = stores;
        this.progress = progress;
    }

    record Point(Subject subject, LoadResult result) {}

    /**
     * What was measured while something went on.
     *
     * @param activity what
     * @param extent how much of it there was
     */
    record Figures(String activity, String extent, List<Point> points) {}

    List<Figures> run(ImportBenchmark imports) throws IOException, InterruptedException {
        List<Figures> all = new ArrayList<>();
        all.add(collection());
        retention().ifPresent(all::add);
        all.add(importing(imports));
        return all;
    }

    private Figures collection() throws IOException, InterruptedException {
        Path database = stores.copy(plan.days(), "collection.db");
        // The first cycle finds what half an hour brings, as it would in use.
        ClockSpec clock = new ClockSpec(History.END.plus(History.INTERVAL), Instant.now(), 1);
        StandInSettings access = StandInSettings.DEFAULT;
        try (RedditStandIn reddit = RedditStandIn.start(access, new History(plan.seed(), plan.days()).world(), clock.open())) {
            Map<String, String> settings = Map.of(
                    "REDDIT_API_URL", reddit.baseUrl().toString(),
                    "REDDIT_AUTH_URL", reddit.baseUrl().toString(),
                    "REDDIT_CLIENT_ID", access.clientId(),
                    "REDDIT_CLIENT_SECRET", access.clientSecret(),
                    "COLLECTION_INTERVAL_MINUTES", Long.toString(INTERVAL.toMinutes()));
            try (ServiceUnderTest service = start(database, clock, settings); Api api = new Api(service.port())) {
                warmUp(service);
                List<Point> points = measure("collection", service, null);
                var cycles = api.json("/api/v1/collections?limit=" + CYCLES_ASKED_FOR)
                        .get("collections")
                        .valueStream()
                        .filter(cycle -> Instant.parse(cycle.get("started_at").asString()).isAfter(History.END))
                        .toList();
                return new Figures("a collection cycle",
                        "%d begun, as fast as Reddit's limit allows, against the stand-in".formatted(cycles.size()), points);
            }
        }
    }

    /** Beside nothing and then beside a job, in one process: their ratio counts. Then the job alone. */
    List<Figures> reanalysis() throws IOException, InterruptedException {
        Path database = stores.copy(plan.days(), "reanalysis.db");
        ClockSpec clock = new ClockSpec(History.END, Instant.now(), 1);
        try (ServiceUnderTest service = start(database, clock, Map.of("ADMIN_TOKEN", TOKEN)); Api api = new Api(service.port())) {
            warmUp(service);
            List<Point> quiet = measure("nothing, for comparison with a reanalysis", service, null);
            String id = api.admin(TOKEN, JOBS, "{\"rescore\": true}").get("job_id").asString();
            List<Point> points = measure("reanalysis", service, null);
            JsonNode reached = job(api, id);
            long start = System.nanoTime();
            JsonNode ended = reached;
            while (ended.get("status").asString().equals("running")) {
                Thread.sleep(POLL);
                ended = job(api, id);
            }
            long beside = reached.at("/progress/processed_count").asLong();
            long all = ended.at("/progress/processed_count").asLong();
            double seconds = (System.nanoTime() - start) / 1e9;
            String extent = "%,d items meanwhile; then alone the other %,d in %.0f s, %,.0f/s; it %s, %.2f %% changed class".formatted(
                    beside,
                    all - beside, seconds, (all - beside) / seconds, ended.get("status").asString(),
                    ended.at("/statistics/changed_class_percentage").asDouble());
            progress.accept("  " + extent);
            return List.of(new Figures("nothing", "right before the next, in the same process", quiet),
                    new Figures("a reanalysis", extent, points));
        }
    }

    private static JsonNode job(Api api, String id) throws IOException, InterruptedException {
        return api.admin(TOKEN, JOBS + "/" + id, null).get("job");
    }

    /** Empty if the program has no such setting. */
    private Optional<Figures> retention() throws IOException, InterruptedException {
        if (!Files.readString(plan.home().resolve(".env.example")).contains(RETENTION_SETTING)) {
            progress.accept("no " + RETENTION_SETTING + " in this version: no retention run to measure");
            return Optional.empty();
        }
        Path database = stores.copy(plan.days(), "retention.db");
        Window old = new Window(History.END.minus(Duration.ofDays(plan.days())), History.END.minus(Duration.ofDays(RETENTION_DAYS + 1)));
        long before = items(database, old);
        List<Point> points;
        ClockSpec clock = new ClockSpec(History.END, Instant.now(), RETENTION_CLOCK_FACTOR);
        try (ServiceUnderTest service = start(database, clock, Map.of(RETENTION_SETTING, Integer.toString(RETENTION_DAYS)))) {
            warmUp(service);
            points = measure("retention", service, null);
        }
        long dropped = before - items(database, old);
        return Optional.of(new Figures("a retention run", "%,d of %,d old items dropped".formatted(dropped, before), points));
    }

    private static long items(Path database, Window window) {
        try (Store store = Stores.open(database)) {
            return store.items().count(window).values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private Figures importing(ImportBenchmark imports) throws IOException, InterruptedException {
        ClockSpec clock = new ClockSpec(History.END, Instant.now(), 1);
        try (ServiceUnderTest service = start(stores.store(plan.days()), clock, Map.of())) {
            warmUp(service);
            return new Figures("an import", "another process, into another database", measure("import", service, imports));
        }
    }

    private ServiceUnderTest start(Path database, ClockSpec clock, Map<String, String> settings) throws IOException, InterruptedException {
        return ServiceUnderTest.start(new ServiceUnderTest.Setup(plan.home(), plan.folder(), database, clock, settings));
    }

    private void warmUp(ServiceUnderTest service) throws IOException, InterruptedException {
        try (Api api = new Api(service.port())) {
            Subject mix = Subjects.all(api, plan.seed() + 1).stream().filter(subject -> subject.endpoint() == Endpoint.MIX).findFirst()
                    .orElseThrow();
            wrk.run(service.port(), mix.paths(), Plan.CLIENTS_OF_BUSY, Duration.ZERO, WARM_UP);
        }
    }

    /** @param imports of which one is always under way; null for none */
    private List<Point> measure(String activity, ServiceUnderTest service, @Nullable ImportBenchmark imports)
            throws IOException, InterruptedException {
        progress.accept(activity + ", " + Plan.CLIENTS_OF_BUSY + " clients");
        List<Point> points = new ArrayList<>();
        Process importing = null;
        try (Api api = new Api(service.port())) {
            for (Subject subject : Subjects.all(api, plan.seed()).stream().filter(Subject::varied).toList()) {
                if (imports != null && (importing == null || !importing.isAlive())) {
                    importing = imports.start("importing.db");
                    // Nobody reads what it prints, which is a few lines.
                    importing.getOutputStream().close();
                }
                Duration length = subject.endpoint() == Endpoint.MIX ? plan.measured().multipliedBy(LENGTH_OF_MIX) : plan.measured();
                LoadResult result = wrk.run(service.port(), subject.paths(), Plan.CLIENTS_OF_BUSY, plan.warmUp(), length);
                progress.accept("  %-36s %,9.0f/s   p50 %8.2f   p99 %8.2f   max %8.2f ms".formatted(subject.title(), result.rate(),
                        result.p50Ms(), result.p99Ms(), result.maxMs()));
                points.add(new Point(subject, result));
            }
        } finally {
            if (importing != null) {
                importing.destroyForcibly().waitFor();
            }
        }
        return points;
    }
}
