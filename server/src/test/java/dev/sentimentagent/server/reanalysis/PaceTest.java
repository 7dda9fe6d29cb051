package dev.sentimentagent.server.reanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final int BATCH = 100;

    @Test
    void transactionsGrowWhereNobodyWaitsAndShrinkBesideOthers() throws InterruptedException {
        AtomicBoolean busy = new AtomicBoolean();
        Pace pace = new Pace(busy::get, Duration.ZERO);
        int first = pace.size(BATCH);
        pace.after(first, BATCH, Duration.ofMillis(1), Duration.ofSeconds(1));
        assertThat(pace.size(BATCH)).isEqualTo(2 * first);
        for (int i = 0; i < 10; i++) {
            pace.after(pace.size(BATCH), BATCH, Duration.ofMillis(1), Duration.ofSeconds(1));
        }
        assertThat(pace.size(BATCH)).isEqualTo(Pace.MOST);

        busy.set(true);
        long start = System.nanoTime();
        pace.after(Pace.MOST, BATCH, Duration.ofMillis(1), Duration.ofMillis(60));
        assertThat(pace.size(BATCH)).as("half as long is half as many").isEqualTo(Pace.MOST / 2);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("rest").isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void whoWantsARestAfterEachBatchGetsIt() throws InterruptedException {
        Pace pace = new Pace(() -> false, Duration.ofMillis(20));
        assertThat(pace.size(BATCH)).isEqualTo(BATCH);
        long start = System.nanoTime();
        pace.after(2 * BATCH, BATCH, Duration.ofMillis(1), Duration.ofMillis(1));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
    }

    @Test
    void othersAreAtWorkWhileTheyAskAndForAMomentAfter() {
        AtomicLong requests = new AtomicLong();
        AtomicLong nanos = new AtomicLong();
        AtomicBoolean collecting = new AtomicBoolean();
        Bustle bustle = new Bustle(requests::get, collecting::get, nanos::get);
        assertThat(bustle.getAsBoolean()).isFalse();
        later(nanos, Duration.ofSeconds(1));
        requests.addAndGet(5);
        assertThat(bustle.getAsBoolean()).as("one person at a page").isFalse();
        later(nanos, Duration.ofSeconds(1));
        requests.addAndGet(50);
        assertThat(bustle.getAsBoolean()).isTrue();
        later(nanos, Duration.ofSeconds(1));
        assertThat(bustle.getAsBoolean()).isTrue();
        later(nanos, Duration.ofSeconds(2));
        assertThat(bustle.getAsBoolean()).isFalse();
        collecting.set(true);
        assertThat(bustle.getAsBoolean()).isTrue();
    }

    private static void later(AtomicLong nanos, Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
