package dev.sentimentagent.reddit;

import dev.sentimentagent.model.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that whoever waits on it moves on at once, and that can be set. Thread-safe. */
final class VirtualTime implements TimeSource {
    static final Instant START = Instant.parse("2026-01-15T10:30:00Z");

    private final List<Duration> sleeps = new ArrayList<>();
    private Instant now = START;
    private Runnable meanwhile = () -> {};

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (duration.isPositive()) {
            sleeps.add(duration);
            now = now.plus(duration);
            Runnable happening = meanwhile;
            meanwhile = () -> {};
            happening.run();
        }
    }

    /** Lets something happen towards the end of the next wait. */
    synchronized void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    @Override
    public Duration toReal(Duration duration) {
        return Duration.ZERO;
    }

    /** Moves the clock without anyone having waited: time that passed, or a clock that was set. */
    synchronized void jump(Duration by) {
        now = now.plus(by);
    }

    synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    synchronized Duration slept() {
        return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
