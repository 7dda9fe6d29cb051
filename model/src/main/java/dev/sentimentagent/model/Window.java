package dev.sentimentagent.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time, half open: its start belongs to it, its end does not. It must not start after its end
 * ({@link IllegalArgumentException}).
 */
public record Window(Instant start, Instant end) {
    public Window {
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        if (start.isAfter(end)) {
            throw new IllegalArgumentException("a window must not start after its end: " + start + " > " + end);
        }
    }

    /** The window of the given length that ends at {@code end}. */
    public static Window ending(Instant end, Duration length) {
        return new Window(end.minus(length), end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
