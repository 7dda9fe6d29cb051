package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.reddit.RedditClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs one cycle over all subreddits, each on its own: what goes wrong with one is recorded, and the rest goes on. */
final class CycleRunner {
    private static final Logger log = LoggerFactory.getLogger(CycleRunner.class);
    private static final int CYCLES_LOOKED_BACK = 50;

    private final List<String> subreddits;
    private final RedditClient reddit;
    private final Store store;
    private final ItemAnalyzer analyzer;
    private final CommitListener listener;
    private final InstantSource clock;
    private final StopSignal stop;
    private final LongSupplier rssBytes;
    private final RefreshPlan refreshPlan;

    CycleRunner(
            List<String> subreddits,
            RedditClient reddit,
            Store store,
            ItemAnalyzer analyzer,
            CommitListener listener,
            InstantSource clock,
            StopSignal stop,
            LongSupplier rssBytes) {
        this.subreddits = List.copyOf(subreddits);
        this.reddit = reddit;
        this.store = store;
        this.analyzer = analyzer;
        this.listener = listener;
        this.clock = clock;
        this.stop = stop;
        this.rssBytes = rssBytes;
        this.refreshPlan = new RefreshPlan(store.items());
    }

    /**
     * Runs the cycle that starts at the given instant, whose id follows from it.
     *
     * @return how it ended
     * @throws StoreException if it could not even be recorded
     */
    CycleStatus run(Instant start) {
        long requestsBefore = reddit.requests();
        Duration waitedBefore = reddit.waited();
        Instant previous = previousSuccess();
        Cycle cycle = Cycle.starting(start, rssBytes.getAsLong());
        try (var _ = MDC.putCloseable("cycle", cycle.id())) {
            log.info("cycle {} starts: {} subreddits, RSS {} MB", cycle.id(), subreddits.size(), cycle.rssStartBytes() >> 20);
            closeLeftOver(start);
            store.cycles().open(cycle);
            CycleStatus status = collect(cycle, previous, requestsBefore);
            Cycle ended = new Cycle(
                    cycle.id(),
                    start,
                    latest(start, clock.instant()),
                    status,
                    List.of(),
                    reddit.requests() - requestsBefore,
                    reddit.waited().minus(waitedBefore),
                    cycle.rssStartBytes(),
                    rssBytes.getAsLong());
            store.cycles().close(ended);
            log(ended);
            return status;
        }
    }

    /** The store may have failed just when an earlier cycle was to be closed. */
    private void closeLeftOver(Instant start) {
        int leftOver = store.cycles().closeInterrupted(start);
        if (leftOver > 0) {
            log.warn("{} earlier cycle(s) could not be closed at their end; they count as interrupted", leftOver);
        }
    }

    private CycleStatus collect(Cycle cycle, Instant previous, long requestsBefore) {
        ItemWriter writer = new ItemWriter(analyzer, store.items(), listener, cycle.startedAt());
        Set<String> sighted = new HashSet<>();
        int failed = 0;
        try {
            Map<String, Coverage> coverages = coverages();
            for (String subreddit : subreddits) {
                if (!collectSubreddit(cycle.id(), subreddit, writer, coverages, sighted)) {
                    failed++;
                }
            }
            refresh(cycle.id(), writer, previous, sighted, requestsBefore);
        } catch (InterruptedException _) {
            return CycleStatus.INTERRUPTED;
        }
        if (failed == 0) {
            return CycleStatus.COMPLETED;
        }
        return failed < subreddits.size() ? CycleStatus.PARTIAL : CycleStatus.FAILED;
    }

    /** Collects both listings; returns whether both were read to their end. */
    private boolean collectSubreddit(
            String cycleId, String subreddit, ItemWriter writer, Map<String, Coverage> coverages, Set<String> sighted)
            throws InterruptedException {
        try (var _ = MDC.putCloseable("subreddit", subreddit)) {
            ListingCollector collector = new ListingCollector(reddit, store.items(), writer, clock, stop);
            boolean whole = true;
            for (Listing listing : Listing.values()) {
                Optional<Incident> broken = collector.collect(cycleId, subreddit, listing, coverages.get(key(subreddit, listing)), sighted);
                if (broken.isPresent()) {
                    log.warn("r/{} {} not collected ({}): {}", subreddit, listing.path(), broken.get().reason(), broken.get().detail());
                    writer.report(cycleId, subreddit, broken.get());
                    whole = false;
                }
            }
            return whole;
        } catch (RuntimeException e) {
            log.error("r/{} not collected, the cycle goes on with the next subreddit", subreddit, e);
            return false;
        }
    }

    private void refresh(String cycleId, ItemWriter writer, Instant previous, Set<String> sighted, long requestsBefore)
            throws InterruptedException {
        try {
            List<String> due = refreshPlan.choose(clock.instant(), previous, sighted, reddit.requests() - requestsBefore);
            for (Incident incident : new Refresher(reddit, writer, stop).refresh(cycleId, due)) {
                log.warn("some items were not refreshed ({}): {}", incident.reason(), incident.detail());
            }
        } catch (RuntimeException e) {
            log.error("known items were not refreshed, the next cycle tries again", e);
        }
    }

    private Map<String, Coverage> coverages() {
        Map<String, Coverage> coverages = new HashMap<>();
        store.cycles().coverages().forEach(coverage -> coverages.put(key(coverage.subreddit(), coverage.listing()), coverage));
        return coverages;
    }

    private static String key(String subreddit, Listing listing) {
        return listing.path() + "/" + subreddit.toLowerCase(Locale.ROOT);
    }

    private Instant previousSuccess() {
        return store.cycles()
                .recent(CYCLES_LOOKED_BACK)
                .stream()
                .filter(cycle -> cycle.status() == CycleStatus.COMPLETED || cycle.status() == CycleStatus.PARTIAL)
                .map(Cycle::startedAt)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private void log(Cycle ended) {
        Cycle stored = store.cycles().recent(1).getFirst();
        log.info(
                "cycle {} {} in {} s: {}, {} requests, {} s waited for the limiter, RSS {} MB",
                ended.id(),
                ended.status().label(),
                Duration.between(ended.startedAt(), latest(ended.startedAt(), clock.instant())).toMillis() / 1000.0,
                stored.counts(),
                ended.requests(),
                ended.limiterWait().toMillis() / 1000.0,
                ended.rssEndBytes() >> 20);
    }
}
