package dev.sentimentagent.server.lease;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.store.CycleStore;
import dev.sentimentagent.reddit.RequestBudget;
import dev.sentimentagent.server.collection.Collector;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A collector that starts nothing while another instance collects, and tells of that one's cycles by what is stored of them.
 *
 * @param interval between the starts of two cycles
 */
record StandbyCollector(Collector collector, BooleanSupplier held, CycleStore cycles, Duration interval) implements Collector {
    @Override
    public boolean collects() {
        return collector.collects();
    }

    @Override
    public boolean standsBy() {
        return collector.collects() && !held.getAsBoolean();
    }

    @Override
    public Optional<String> trigger() {
        return held.getAsBoolean() ? collector.trigger() : Optional.empty();
    }

    @Override
    public Optional<Instant> nextStart() {
        return standsBy()
                ? cycles.recent(1).stream().filter(cycle -> cycle.status() != CycleStatus.RUNNING).map(Cycle::startedAt).findFirst()
                        .map(start -> start.plus(interval))
                : collector.nextStart();
    }

    @Override
    public Optional<RequestBudget> budget() {
        return collector.budget();
    }
}
