package dev.sentimentagent.benchmarks;

import dev.sentimentagent.model.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that shows what it is told, and on which waiting takes no time. Thread-safe. */
public final class SimulatedTime implements TimeSource {
    private volatile Instant now = Instant.EPOCH;

    /** Sets it. */
    public void set(Instant to) {
        now = to;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        now = duration.isPositive() ? now.plus(duration) : now;
    }

    @Override
    public Duration toReal(Duration duration) {
        return duration;
    }
}
