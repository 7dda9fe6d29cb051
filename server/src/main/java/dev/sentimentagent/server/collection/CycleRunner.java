package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.ListingKey;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs one cycle over all subreddits, each on its own: what goes wrong with one is recorded, and the rest goes on, unless Reddit as a whole
 * is out.
 */
final class CycleRunner {
    private static final Logger log = LoggerFactory.getLogger(CycleRunner.class);
    private static final int CYCLES_LOOKED_BACK = 50;

    private final Supplier<List<String>> subreddits;
    private final RedditClient reddit;
    private final Store store;
    private final Supplier<ItemAnalyzer> analyzer;
    private final CommitListener listener;
    private final InstantSource clock;
    private final StopSignal stop;
    private final LongSupplier rssBytes;
    private final RefreshPlan refreshPlan;
    /** In the order of the next cycle: those that an outage kept the last one from trying come first. */
    private final List<String> order = new ArrayList<>();
    private final Set<ListingKey> doubted = new HashSet<>();
    /** From when on comments have not been refreshed as they should; null if the last cycle did all of it. */
    private @Nullable Instant unrefreshedSince;

    CycleRunner(
            Supplier<List<String>> subreddits,
            RedditClient reddit,
            Store store,
            Supplier<ItemAnalyzer> analyzer,
            CommitListener listener,
            InstantSource clock,
            StopSignal stop,
            LongSupplier rssBytes) {
        this.subreddits = subreddits;
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
     * @throws StoreException if it could not even be recorded
     */
    CycleOutcome run(Instant start) {
        long requestsBefore = reddit.requests();
        Duration waitedBefore = reddit.waited();
        Instant previous = previousSuccess();
        Cycle cycle = Cycle.starting(start, rssBytes.getAsLong());
        try (var _ = MDC.putCloseable("cycle", cycle.id())) {
            takeUp(subreddits.get());
            log.info("starts: {} subreddits, RSS {} MB", order.size(), cycle.rssStartBytes() >> 20);
            closeLeftOver(start);
            store.cycles().open(cycle);
            CycleOutcome outcome = collect(cycle, previous, requestsBefore);
            Instant end = latest(start, clock.instant());
            Cycle ended = new Cycle(
                    cycle.id(),
                    start,
                    end,
                    outcome.status(),
                    List.of(),
                    reddit.requests() - requestsBefore,
                    reddit.waited().minus(waitedBefore),
                    cycle.rssStartBytes(),
                    rssBytes.getAsLong());
            store.cycles().close(ended);
            log(ended, Duration.between(start, end), outcome.counts());
            return outcome;
        }
    }

    /** The subreddits of this cycle: those that are new come last, those that are no longer collected go. */
    private void takeUp(List<String> now) {
        order.retainAll(now);
        now.stream().filter(name -> !order.contains(name)).forEach(order::add);
    }

    /** The store may have failed just when an earlier cycle was to be closed. */
    private void closeLeftOver(Instant start) {
        int leftOver = store.cycles().closeInterrupted(start);
        if (leftOver > 0) {
            log.warn("{} earlier cycle(s) could not be closed at their end; they count as interrupted", leftOver);
        }
    }

    private CycleOutcome collect(Cycle cycle, Instant previous, long requestsBefore) {
        ItemWriter writer = new ItemWriter(analyzer.get(), store.items(), listener, cycle.startedAt());
        Set<String> sighted = new HashSet<>();
        int tried = 0;
        int whole = 0;
        int errors = 0;
        Optional<String> refusal = Optional.empty();
        Refreshed refreshed;
        try {
            ListingCollector listings = new ListingCollector(reddit, store.items(), writer, clock, stop, doubted);
            SubredditCollector collector = new SubredditCollector(cycle.id(), listings, writer, coverages(), sighted);
            OutageWatch outage = new OutageWatch(order.size());
            for (String subreddit : List.copyOf(order)) {
                if (outage.certain()) {
                    break;
                }
                SubredditOutcome outcome = collector.collect(subreddit);
                outage.saw(outcome);
                refusal = collector.refusal();
                whole += outcome == SubredditOutcome.WHOLE ? 1 : 0;
                errors += outcome == SubredditOutcome.ERROR ? 1 : 0;
                tried++;
            }
            if (tried < order.size()) {
                breakOff(cycle.id(), order.subList(tried, order.size()), outage.notTried(), writer);
                Collections.rotate(order, -tried);
            }
            boolean useless = outage.certain() && whole == 0;
            Instant since = unrefreshedSince != null && unrefreshedSince.isBefore(previous) ? unrefreshedSince : previous;
            unrefreshedSince = since;
            refreshed = useless ? Refreshed.SOME : refresh(cycle.id(), writer, since, sighted, requestsBefore);
            unrefreshedSince = refreshed == Refreshed.ALL ? null : since;
            errors += refreshed == Refreshed.ERROR ? 1 : 0;
        } catch (InterruptedException _) {
            return new CycleOutcome(CycleStatus.INTERRUPTED, writer.counts(), errors, refusal);
        }
        CycleStatus unlessCompleted = whole > 0 ? CycleStatus.PARTIAL : CycleStatus.FAILED;
        boolean completed = whole == order.size() && refreshed == Refreshed.ALL;
        return new CycleOutcome(completed ? CycleStatus.COMPLETED : unlessCompleted, writer.counts(), errors, refusal);
    }

    /** Ends a cycle during an outage. */
    private static void breakOff(String cycleId, List<String> notTried, Incident why, ItemWriter writer) {
        log.warn("{}: {} more not tried, the next cycle begins with them", why.detail(), notTried.size());
        notTried.forEach(subreddit -> writer.report(cycleId, subreddit, why));
    }

    private Refreshed refresh(String cycleId, ItemWriter writer, Instant since, Set<String> sighted, long requestsBefore)
            throws InterruptedException {
        try {
            List<String> due = refreshPlan.choose(clock.instant(), since, sighted, reddit.requests() - requestsBefore);
            boolean all = new Refresher(reddit, store.items(), writer, stop).refresh(cycleId, due);
            return all ? Refreshed.ALL : Refreshed.SOME;
        } catch (RuntimeException e) {
            log.error("known items were not refreshed, the next cycle tries again", e);
            return Refreshed.ERROR;
        }
    }

    private Map<ListingKey, Coverage> coverages() {
        return store.cycles().coverages().stream().collect(Collectors.toMap(ListingKey::of, Function.identity()));
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

    private static void log(Cycle ended, Duration took, Counts counts) {
        log.info(
                "{} in {} s: {} items = {} stored + {} updated + {} unchanged + {} rejected, {} requests, {} s waited for the"
                        + " limiter, RSS {} MB",
                ended.status().label(),
                took.toMillis() / 1000.0,
                counts.fetched(),
                counts.stored(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                ended.requests(),
                ended.limiterWait().toMillis() / 1000.0,
                ended.rssEndBytes() >> 20);
    }
}
