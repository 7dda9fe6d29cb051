package dev.sentimentagent.model.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that one can wait on, so that waiting takes no real time in tests and little when recorded days are replayed. It shows
 * whole milliseconds. Thread-safe.
 */
public interface TimeSource extends InstantSource {
    /** Waits until this clock has moved on by the given duration; returns at once if it is not positive. */
    void sleep(Duration duration) throws InterruptedException;

    /** How long, by the machine's clock, the given duration of this clock lasts. */
    Duration toReal(Duration duration);

    /** The machine's clock. */
    static TimeSource system() {
        return new ScaledTimeSource(InstantSource.system(), Instant.EPOCH, Instant.EPOCH, 1);
    }

    /**
     * A clock that showed {@code start} when the machine's showed {@code anchor} and runs {@code factor} times as fast. Two processes
     * with the same parameters agree on the time.
     *
     * @throws IllegalArgumentException if the factor is not positive
     */
    static TimeSource scaled(Instant start, Instant anchor, double factor) {
        return new ScaledTimeSource(InstantSource.system(), start, anchor, factor);
    }
}
