package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until someone sleeps on it, and then jumps. */
final class VirtualTime implements TimeSource {
    /** What happens while someone sleeps. */
    interface Event {
        void happen() throws InterruptedException;
    }

    private final List<Duration> sleeps = new ArrayList<>();
    private final Event duringSleep;
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");

    VirtualTime(Event duringSleep) {
        this.duringSleep = duringSleep;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        sleeps.add(duration);
        now = now.plus(duration);
        duringSleep.happen();
    }

    @Override
    public Duration toReal(Duration duration) {
        return Duration.ZERO;
    }

    List<Duration> sleeps() {
        return sleeps;
    }
}
