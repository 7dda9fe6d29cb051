package dev.sentimentagent.server.metrics;

import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.server.collection.CommitListener;
import dev.sentimentagent.server.collection.CycleTotals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what the cycles commit, cycles, and requests to Reddit.
 *
 * <p>INVARIANT: {@code sentimentagent_items_fetched_total} is the sum of {@code sentimentagent_items_total} over its outcomes. What was
 * fetched is counted from what went into a transaction, the outcomes from what the store says that came of it. Thread-safe.
 */
public final class CollectionMetrics implements CommitListener {
    private final MeterRegistry registry;
    private final Counter fetched;
    private final Counter stored;
    private final Counter updated;
    private final Counter unchanged;
    private final Counter rejected;
    private final Map<Reason, Counter> incidents = new ConcurrentHashMap<>();

    CollectionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.fetched = Counter.builder("sentimentagent.items.fetched")
                .description("Sightings of posts and comments received in cycles, well formed or not")
                .register(registry);
        this.stored = outcome("stored");
        this.updated = outcome("updated");
        this.unchanged = outcome("unchanged");
        this.rejected = outcome("rejected");
    }

    @Override
    public void committed(Batch batch, BatchResult result) {
        Batch.Progress progress = batch.progress();
        if (progress == null) {
            return;
        }
        fetched.increment((double) batch.items().size() + progress.rejected());
        stored.increment((double) result.stored());
        updated.increment((double) result.updated());
        unchanged.increment((double) result.unchanged());
        rejected.increment((double) progress.rejected());
        progress.incidents().forEach(this::count);
    }

    /** Shows how the cycles since the start ended. */
    public void watch(CycleTotals totals) {
        for (CycleStatus status : CycleStatus.values()) {
            if (status != CycleStatus.RUNNING) {
                FunctionCounter.builder("sentimentagent.cycles", totals, cycles -> cycles.ended(status))
                        .tag("status", status.label())
                        .description("Cycles since the start, by how they ended")
                        .register(registry);
            }
        }
        Gauge.builder("sentimentagent.last.cycle.duration", totals, CollectionMetrics::lastDuration)
                .baseUnit("seconds")
                .description("How long the last cycle took, by the service's clock; NaN before the first")
                .register(registry);
    }

    /** Shows what is asked of Reddit. */
    public void watch(RedditClient reddit) {
        FunctionCounter.builder("sentimentagent.reddit.requests", reddit, RedditClient::requests)
                .description("HTTP requests to Reddit, retries and those for a token included")
                .register(registry);
        FunctionCounter.builder("sentimentagent.reddit.limiter.wait", reddit, client -> client.waited().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("Time spent waiting for the limiter of requests to Reddit")
                .register(registry);
    }

    private static double lastDuration(CycleTotals totals) {
        return totals.lastDuration().map(took -> took.toMillis() / 1000.0).orElse(Double.NaN);
    }

    private void count(Incident incident) {
        incidents.computeIfAbsent(incident.reason(), this::incidents).increment((double) incident.count());
    }

    private Counter incidents(Reason reason) {
        return Counter.builder("sentimentagent.incidents")
                .tag("reason", reason.label())
                .description("What went wrong with a subreddit or an item, by reason")
                .register(registry);
    }

    private Counter outcome(String outcome) {
        return Counter.builder("sentimentagent.items")
                .tag("outcome", outcome)
                .description("What became of the items fetched in cycles")
                .register(registry);
    }
}
