package dev.sentimentagent.soak;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.settings.ClockSpec;
import dev.sentimentagent.standin.Fault;
import dev.sentimentagent.standin.FaultRule;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.standin.RedditStandIn;
import dev.sentimentagent.standin.StandInSettings;
import dev.sentimentagent.standin.World;
import dev.sentimentagent.store.sql.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** One soak: the service collects for days of an accelerated clock while things go wrong; then what it has stored is audited. */
final class Soak {
    /** A cycle that has not come for so long (by the machine's clock) will not come. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration SELDOM = Duration.ofMillis(500);
    private static final int LAST_CYCLES = 50;
    /** A word that stands in many an invented text, and names nothing. */
    private static final String ALIAS = "tests";

    private final SoakSettings settings;
    private final Consumer<String> progress;
    private final Instant begun = Instant.now();

    /** @param progress takes a line every so often */
    Soak(SoakSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * What came of a soak.
     *
     * @param jobs those that analyzed stored items again
     */
    record Outcome(Observations seen, StoreAudit.Result audit, long countedAtEnd, List<ReanalysisJob> jobs, ServiceLog log,
            Duration lasted) {}

    /**
     * Runs the soak to its end.
     *
     * @throws SoakFailure if it cannot go on, because the service does not
     */
    Outcome run() throws IOException, InterruptedException {
        Files.createDirectories(settings.folder());
        ClockSpec clock = new ClockSpec(SoakSettings.START, begun, settings.factor());
        TimeSource time = clock.open();
        World world = new GeneratedWorld(settings.seed(), settings.volume(), SoakSettings.START.minus(SoakSettings.HISTORY));
        try (ServiceLog log = new ServiceLog(settings.folder().resolve("service.log"));
                RedditStandIn reddit = RedditStandIn.start(StandInSettings.DEFAULT.withLooseOrder(true), world, time);
                Service service = new Service(settings, clock, reddit.baseUrl(), log)) {
            Observer observer = new Observer(settings, service, time, begun, progress);
            observer.startService();
            EpisodePlayer player = new EpisodePlayer(
                    EpisodePlan.draw(settings.seed(), world.subreddits(), SoakSettings.START, settings.length()), reddit.faults());
            Instant halfWay = SoakSettings.START.plus(settings.length().dividedBy(2));
            boolean reanalyzed = false;
            while (time.instant().isBefore(settings.end()) || observer.seen().cycles.ended() < settings.cycles()) {
                // What is stored gets another tool, while everything else goes on.
                boolean due = time.instant().isAfter(halfWay) && observer.seen().cycles.counts().stored() > 0;
                reanalyzed = reanalyzed || (due && service.api().addTool("Soak", ALIAS));
                var restart = player.play(time.instant());
                if (restart.isPresent()) {
                    observer.restart(restart.get().kill());
                }
                observer.tick();
                Thread.sleep(TICK);
            }
            player.stop();
            CycleEntry last = await(observer, time.instant(), CycleEntry::clean);
            // Nothing changes any more once Reddit is away, so what is served can be held against what is stored.
            reddit.faults().add(FaultRule.untilCleared(FaultRule.Match.ANY, new Fault.ServerError(503)));
            await(observer, time.instant(), cycle -> cycle.status().equals("failed"));
            awaitJobs(service.api());
            observer.stopService();
            return audit(observer.seen(), world, last, time.instant(), log);
        }
    }

    private CycleEntry await(Observer observer, Instant since, Predicate<CycleEntry> wanted) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            observer.tick();
            var found = observer.lastCycles().stream()
                    .filter(cycle -> cycle.started().isAfter(since) && !cycle.running() && wanted.test(cycle))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(TICK);
        }
        throw new SoakFailure("the cycle that was waited for did not come; see " + settings.folder().resolve("service.log"));
    }

    /** Asks seldom: a job makes room for whoever asks for much. */
    private static void awaitJobs(ServiceApi api) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (api.openJobs().orElse(1L) > 0 && Instant.now().isBefore(deadline)) {
            Thread.sleep(SELDOM);
        }
    }

    private Outcome audit(Observations seen, World world, CycleEntry last, Instant end, ServiceLog log) {
        progress.accept("auditing the store");
        Window all = new Window(SoakSettings.START.minus(SoakSettings.HISTORY), end);
        try (Store store = SqliteStore
                .open(settings.database(), RetryPolicy.NEVER, TimeSource.system(), RandomGenerator.getDefault())) {
            // The cycle that the last SIGTERM may have broken off was seen by nobody.
            seen.cycles.take(store.cycles().recent(LAST_CYCLES).stream().map(CycleEntry::of).toList());
            long counted = 0;
            if (seen.served != null) {
                Window served = Window.ending(seen.served.at(), Duration.ofHours(seen.served.hours()));
                counted = store.items().count(served).values().stream().mapToLong(Long::longValue).sum();
            }
            StoreAudit.Result result = new StoreAudit(store, world, seen.cycles.all(), last, all).run(all);
            return new Outcome(seen, result, counted, store.jobs().list(null, LAST_CYCLES, 0), log, Duration.between(begun, Instant.now()));
        }
    }
}
