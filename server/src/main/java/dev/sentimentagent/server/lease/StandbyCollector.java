package dev.sentimentagent.server.lease;

import dev.sentimentagent.server.collection.Collector;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A collector that starts nothing, and has nothing ahead, while another instance collects. */
record StandbyCollector(Collector collector, BooleanSupplier held) implements Collector {
    @Override
    public boolean collects() {
        return collector.collects();
    }

    @Override
    public Optional<String> trigger() {
        return held.getAsBoolean() ? collector.trigger() : Optional.empty();
    }

    @Override
    public Optional<Instant> nextStart() {
        return held.getAsBoolean() ? collector.nextStart() : Optional.empty();
    }
}
