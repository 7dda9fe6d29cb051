package dev.sentimentagent.server.collection;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is collected, and when.
 *
 * @param subreddits their names; asked for at the start of each cycle
 * @param firstDelay from the start to the first cycle
 * @param interval from one start of a cycle to the next
 */
public record Schedule(Supplier<List<String>> subreddits, Duration firstDelay, Duration interval) {
    /** Spec C1. */
    public static final Duration FIRST_DELAY = Duration.ofSeconds(5);

    /** Of subreddits that stay the same. */
    public Schedule(List<String> subreddits, Duration firstDelay, Duration interval) {
        this(() -> subreddits, firstDelay, interval);
    }

    public Schedule {
        if (!interval.isPositive() || firstDelay.isNegative()) {
            throw new IllegalArgumentException("an interval must be positive, a delay not negative: " + interval + ", " + firstDelay);
        }
    }
}
