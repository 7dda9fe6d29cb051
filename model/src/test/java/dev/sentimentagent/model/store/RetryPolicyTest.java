package dev.sentimentagent.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(3, Duration.ofSeconds(1));

    @ParameterizedTest(name = "after {0} failures: {1} to {2}")
    @CsvSource({"1, PT0.5S, PT1S", "2, PT2S, PT4S", "3, PT8S, PT16S", "4, PT32S, PT64S"})
    void delaysGrowFourfoldWithJitterOnTheirUpperHalf(int failures, Duration least, Duration most) {
        Random random = new Random(7);
        Duration shortest = most;
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 1000; i++) {
            Duration delay = policy.delayAfter(failures, random);
            assertThat(delay).isBetween(least, most);
            shortest = delay.compareTo(shortest) < 0 ? delay : shortest;
            longest = delay.compareTo(longest) > 0 ? delay : longest;
        }
        // The jitter uses the whole of its range.
        Duration range = most.minus(least);
        assertThat(shortest).isLessThan(least.plus(range.dividedBy(20)));
        assertThat(longest).isGreaterThan(most.minus(range.dividedBy(20)));
    }

    @Test
    void leastJitterIsHalfTheDelay() {
        RandomGenerator lowest = () -> 0;
        assertThat(policy.delayAfter(2, lowest)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void neverMeansOneTryWithoutDelay() {
        assertThat(RetryPolicy.NEVER.maxAttempts()).isOne();
        assertThat(RetryPolicy.NEVER.delayAfter(1, new Random(1))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S", "-1, PT1S", "1, PT-0.001S"})
    void refusesWhatMakesNoSense(int attempts, Duration delay) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(attempts, delay)).withMessageContaining(delay.toString());
    }
}
