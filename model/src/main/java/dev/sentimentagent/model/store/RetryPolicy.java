package dev.sentimentagent.model.store;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and after which delays a call that failed transiently is tried again: exponential backoff, ×4, with full jitter on the upper
 * half of each delay.
 *
 * @param maxAttempts tries in all, at least 1
 * @param baseDelay delay after the first failure
 */
public record RetryPolicy(int maxAttempts, Duration baseDelay) {
    private static final int MULTIPLIER = 4;

    public static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO);

    public RetryPolicy {
        if (maxAttempts < 1 || baseDelay.isNegative()) {
            throw new IllegalArgumentException("at least 1 attempt and a delay that is not negative: " + maxAttempts + ", " + baseDelay);
        }
    }

    /**
     * Delay before the next try.
     *
     * @param failures how many tries have failed, from 1
     * @return between half of and the whole of {@code baseDelay · 4^(failures − 1)}
     */
    public Duration delayAfter(int failures, RandomGenerator random) {
        double factor = Math.pow(MULTIPLIER, failures - 1) * (0.5 + random.nextDouble() / 2);
        return Duration.ofNanos((long) (baseDelay.toNanos() * factor));
    }
}
