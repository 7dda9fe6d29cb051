package dev.sentimentagent.standin;

import dev.sentimentagent.model.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** A clock that moves only when told to, or when somebody waits on it. Thread-safe. */
final class ManualTime implements TimeSource {
    private Instant now;

    ManualTime(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void set(Instant instant) {
        now = instant;
    }

    synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public void sleep(Duration duration) {
        advance(duration);
    }

    @Override
    public Duration toReal(Duration duration) {
        return Duration.ZERO;
    }
}
