package dev.sentimentagent.server.collection;

import java.time.Duration;
import java.util.List;

/**
 * What is collected, and when.
 *
 * @param firstDelay from the start to the first cycle
 * @param interval from one start of a cycle to the next
 */
public record Schedule(List<String> subreddits, Duration firstDelay, Duration interval) {
    /** Spec C1. */
    public static final Duration FIRST_DELAY = Duration.ofSeconds(5);

    public Schedule {
        subreddits = List.copyOf(subreddits);
        if (!interval.isPositive() || firstDelay.isNegative()) {
            throw new IllegalArgumentException("an interval must be positive, a delay not negative: " + interval + ", " + firstDelay);
        }
    }
}
