package dev.sentimentagent.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {
    private static final Duration TARGET = Duration.ofMillis(25);

    private final BatchSize size = new BatchSize(100, TARGET);

    private void took(int rows, Duration took) {
        size.took(rows, took.toNanos());
    }

    @Test
    void aBatchThatTakesTooLongIsFollowedByOneThatFits() {
        took(100, Duration.ofMillis(100));
        assertThat(size.size()).isEqualTo(25);
        took(25, TARGET);
        assertThat(size.size()).isEqualTo(25);
    }

    @Test
    void fastOnesGrowInSteps() {
        took(100, Duration.ofMillis(1));
        assertThat(size.size()).isEqualTo(150);
        took(150, Duration.ofMillis(20));
        assertThat(size.size()).isEqualTo(188);
    }

    @Test
    void oneThatWasNotFullSaysNothingOfALargerOne() {
        took(3, Duration.ofMillis(1));
        assertThat(size.size()).isEqualTo(100);
    }

    @Test
    void itIsBounded() {
        took(100, Duration.ofMinutes(1));
        assertThat(size.size()).isEqualTo(10);
        for (int i = 0; i < 50; i++) {
            took(size.size(), Duration.ofNanos(1));
        }
        assertThat(size.size()).isEqualTo(2000);
    }

    @Test
    void aBatchIsGivenTheSizeAndTimed() {
        int changed = size.timed(most -> most, Integer::intValue);
        assertThat(changed).isEqualTo(100);
        assertThat(size.size()).as("it took next to no time").isGreaterThan(10);
    }
}
