package dev.sentimentagent.model.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

record ScaledTimeSource(InstantSource machine, Instant start, Instant anchor, double factor) implements TimeSource {
    ScaledTimeSource {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("a clock's speed must be positive: " + factor);
        }
    }

    @Override
    public Instant instant() {
        Duration elapsed = Duration.between(anchor, machine.instant());
        return factor == 1 ? start.plus(elapsed) : start.plusMillis((long) (elapsed.toMillis() * factor));
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(toReal(duration));
    }

    @Override
    public Duration toReal(Duration duration) {
        return duration.isPositive() ? Duration.ofNanos((long) (duration.toNanos() / factor)) : Duration.ZERO;
    }
}
