package dev.sentimentagent.testsupport;

import dev.sentimentagent.model.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A clock that moves when a test says so, and when somebody waits on it: waiting takes no real time. Thread-safe. */
public final class ManualTime implements TimeSource {
    /** What a clock shows for whose test any time will do. */
    public static final Instant START = Instant.parse("2026-01-15T10:30:00Z");

    private final List<Duration> sleeps = new ArrayList<>();
    private final Queue<Event> events = new ArrayDeque<>();
    private Instant now;

    /** What happens while somebody waits. */
    @FunctionalInterface
    public interface Event {
        void happen() throws Exception;
    }

    public ManualTime() {
        this(START);
    }

    public ManualTime(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void set(Instant instant) {
        now = instant;
    }

    /** Moves the clock without anyone having waited: time that passed, or, by a negative duration, a clock that was put back. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Lets something happen towards the end of the next wait; what is told later, in the waits after it. */
    public synchronized void meanwhile(Event event) {
        events.add(event);
    }

    /** How long was waited, each time. */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    /** How long was waited in all. */
    public synchronized Duration slept() {
        return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns at once; throws what the event of this wait throws. */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!duration.isPositive()) {
            return;
        }
        Event event;
        synchronized (this) {
            sleeps.add(duration);
            now = now.plus(duration);
            event = events.poll();
        }
        if (event == null) {
            return;
        }
        try {
            event.happen();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** So long that what waits by the machine's clock waits for the test to wake it. */
    @Override
    public Duration toReal(Duration duration) {
        return duration.isPositive() ? Duration.ofHours(10) : Duration.ZERO;
    }
}
