package dev.sentimentagent.model.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

record ScaledTimeSource(InstantSource machine, Instant start, Instant anchor, double factor) implements TimeSource {
    ScaledTimeSource {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("a clock's speed must be positive: " + factor);
        }
    }

    @Override
    public Instant instant() {
        Duration elapsed = Duration.between(anchor, machine.instant());
        return start.plusMillis((long) (elapsed.toMillis() * factor)).truncatedTo(ChronoUnit.MILLIS);
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
