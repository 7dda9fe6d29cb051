package dev.sentimentagent.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeadwayTest {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicBoolean hanging = new AtomicBoolean();
    private final Job job = new Job("test", Rhythm.atRate(Duration.ofSeconds(5), Duration.ofMinutes(30)), Duration.ZERO, Duration.ZERO,
            this::run, _ -> {}, nanos::get);
    private final Headway headway = new Headway(job, requests::get, PATIENCE, nanos::get);

    @Test
    void betweenRunsItGetsOn() {
        pass(Duration.ofSeconds(5));
        assertThat(job.tick()).isTrue();
        pass(Duration.ofMinutes(29));
        assertThat(headway.made()).isTrue();
    }

    @Test
    void aRunThatIsDueAndDoesNotBegin() {
        pass(Duration.ofMinutes(14));
        assertThat(headway.made()).isTrue();
        pass(Duration.ofMinutes(2));
        assertThat(headway.made()).isFalse();
        assertThat(job.tick()).isTrue();
        assertThat(headway.made()).isTrue();
    }

    @Test
    void aRunThatWorksMayTakeLongAndOneThatDoesNotMayNot() {
        hanging.set(true);
        pass(Duration.ofSeconds(5));
        assertThat(job.tick()).isTrue();
        assertThat(job.failures()).as("assertions that did not hold").isZero();
    }

    private void run() {
        if (!hanging.get()) {
            return;
        }
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofMinutes(10));
            requests.incrementAndGet();
            assertThat(headway.made()).as("works").isTrue();
        }
        pass(Duration.ofMinutes(14));
        assertThat(headway.made()).as("may be waiting for something").isTrue();
        pass(Duration.ofMinutes(2));
        assertThat(headway.made()).as("hangs").isFalse();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
