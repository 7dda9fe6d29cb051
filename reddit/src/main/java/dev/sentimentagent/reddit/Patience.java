package dev.sentimentagent.reddit;

import java.time.Duration;

/**
 * How much longer one call may wait. Counts what it waits rather than watching a clock, so that a clock that jumps neither ends it
 * early nor makes it endless. Not thread-safe: one call, one thread.
 */
final class Patience {
    private Duration left;

    Patience(Duration left) {
        this.left = left;
    }

    boolean covers(Duration wait) {
        return wait.compareTo(left) <= 0;
    }

    void spend(Duration wait) {
        left = left.minus(wait);
    }
}
