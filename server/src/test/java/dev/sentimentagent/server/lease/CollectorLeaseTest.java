package dev.sentimentagent.server.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.store.LeaseLostException;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.collection.Collector;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.job.Rhythm;
import dev.sentimentagent.store.memory.MemoryStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CollectorLeaseTest {
    private static final Duration LASTS = Duration.ofSeconds(30);

    private final Store store = new MemoryStore();
    private final ManualTime time = new ManualTime(Instant.parse("2026-03-02T10:00:00Z"));
    private final AtomicLong nanos = new AtomicLong();
    private final CollectorLease one = lease("one", true);
    private final CollectorLease two = lease("two", true);

    @Test
    void onlyOneHasItAndKeepsItWhileItRenews() {
        one.keep();
        for (int i = 0; i < 20; i++) {
            two.keep();
            assertThat(one.held()).isTrue();
            assertThat(two.held()).isFalse();
            pass(Duration.ofSeconds(20));
            one.keep();
        }
    }

    @Test
    void whoStandsStillLosesItToAnotherAndWritesNothingMore() {
        AtomicInteger lost = new AtomicInteger();
        one.onLoss(lost::incrementAndGet);
        one.keep();
        one.store().cycles().open(Cycle.starting(time.instant(), 0));
        pass(LASTS);
        assertThat(one.held()).as("it knows by itself that its time is over").isFalse();
        two.keep();
        assertThat(two.held()).isTrue();
        assertThatThrownBy(() -> one.store().cycles().closeInterrupted(time.instant())).isInstanceOf(LeaseLostException.class);
        one.keep();
        assertThat(lost).hasValue(1);
        one.keep();
        assertThat(one.held()).isFalse();
        assertThat(two.store().cycles().closeInterrupted(time.instant())).isEqualTo(1);
    }

    @Test
    void withoutItNothingIsWrittenButAllIsRead() {
        assertThatThrownBy(() -> one.store().cycles().open(Cycle.starting(time.instant(), 0))).isInstanceOf(LeaseLostException.class);
        assertThat(one.store().cycles().recent(1)).isEmpty();
    }

    @Test
    void whoEndsLeavesItAtOnceToAnother() {
        one.keep();
        one.close();
        assertThat(one.held()).isFalse();
        two.keep();
        assertThat(two.held()).isTrue();
    }

    @Test
    void whoCannotCollectLeavesItToThoseWhoCan() {
        one.keep();
        CollectorLease reader = lease("reader", false);
        pass(LASTS.multipliedBy(2));
        reader.keep();
        assertThat(reader.held()).as("it waits longer than others").isFalse();
        pass(LASTS.multipliedBy(4));
        reader.keep();
        assertThat(reader.held()).isTrue();
        for (int i = 0; i < 7; i++) {
            pass(Duration.ofSeconds(20));
            reader.keep();
        }
        two.keep();
        assertThat(two.held()).as("it has let go of it by now").isTrue();
        reader.keep();
        assertThat(reader.held()).isFalse();
    }

    @Test
    void jobsRunOnlyUnderIt() {
        AtomicInteger runs = new AtomicInteger();
        Job job = one.guard(new Job("guarded", Rhythm.withPauses(Duration.ofHours(1)), Duration.ZERO, runs::incrementAndGet, e -> {}));
        job.hurry();
        assertThat(job.tick()).isTrue();
        assertThat(runs).hasValue(0);
        assertThat(job.runs()).isZero();
        one.keep();
        job.hurry();
        assertThat(job.tick()).isTrue();
        assertThat(runs).hasValue(1);
    }

    @Test
    void whatRunsUnderALostLeaseKeepsItFromBeingTakenAgain() {
        Job[] job = new Job[1];
        job[0] = one.guard(new Job("guarded", Rhythm.withPauses(Duration.ofHours(1)), Duration.ZERO, () -> {
            pass(LASTS);
            one.keep();
            one.keep();
            assertThat(one.held()).isFalse();
        }, e -> {
            throw new AssertionError(e);
        }));
        one.keep();
        store.leases().acquire(CollectorLease.NAME, "thief", time.instant().plus(LASTS), LASTS);
        store.leases().acquire(CollectorLease.NAME, "thief", time.instant(), Duration.ZERO);
        job[0].hurry();
        assertThat(job[0].tick()).isTrue();
        assertThat(job[0].failures()).isZero();
        one.keep();
        assertThat(one.held()).isTrue();
    }

    @Test
    void oneWhoStandsByStartsNothing() {
        Collector collector = one.guard(new Collector() {
            @Override
            public boolean collects() {
                return true;
            }

            @Override
            public Optional<String> trigger() {
                return Optional.of("cycle");
            }

            @Override
            public Optional<Instant> nextStart() {
                return Optional.of(time.instant());
            }
        }, Duration.ofMinutes(30));
        two.keep();
        two.store().cycles().open(Cycle.starting(time.instant(), 0));
        assertThat(collector.standsBy()).isTrue();
        assertThat(collector.trigger()).isEmpty();
        assertThat(collector.nextStart()).as("one is running").isEmpty();
        two.store().cycles().closeInterrupted(time.instant());
        assertThat(collector.nextStart()).contains(time.instant().plus(Duration.ofMinutes(30)));
        two.close();
        one.keep();
        assertThat(collector.standsBy()).isFalse();
        assertThat(collector.trigger()).contains("cycle");
        assertThat(collector.nextStart()).contains(time.instant());
    }

    @Test
    void whoHasAStoreToHimselfAlwaysHasIt() {
        CollectorLease sole = new CollectorLease(store, false, "", true, LASTS, time, nanos::get);
        assertThat(sole.held()).isTrue();
        assertThat(sole.store()).isSameAs(store);
        assertThat(sole.job()).isEmpty();
        sole.start();
        sole.close();
        one.keep();
        assertThat(one.held()).as("it has taken nothing").isTrue();
    }

    private CollectorLease lease(String holder, boolean collects) {
        return new CollectorLease(store, true, holder, collects, LASTS, time, nanos::get);
    }

    private void pass(Duration duration) {
        time.advance(duration);
        nanos.addAndGet(duration.toNanos());
    }
}
