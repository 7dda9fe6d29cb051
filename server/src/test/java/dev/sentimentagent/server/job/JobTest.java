package dev.sentimentagent.server.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofHours(1);

    /** Begins where the machine's clock may begin: anywhere, with an overflow before long. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - MINUTE.toNanos());
    private final List<Throwable> reported = new ArrayList<>();

    @Test
    void runsWhenItsPauseIsOver() {
        AtomicLong done = new AtomicLong();
        try (Job job = job(Rhythm.withPauses(MINUTE), LONG, done::incrementAndGet)) {
            assertThat(job.tick()).isFalse();
            pass(MINUTE.minusNanos(1));
            assertThat(job.tick()).isFalse();
            pass(Duration.ofNanos(1));
            assertThat(job.tick()).isTrue();
            assertThat(job.tick()).isFalse();
            pass(MINUTE);
            assertThat(job.tick()).isTrue();
            assertThat(job.runs()).isEqualTo(done.get()).isEqualTo(2);
        }
    }

    @Test
    void aPauseBeginsAtTheEndOfAnyRun() {
        try (Job job = job(Rhythm.withPauses(MINUTE), LONG, () -> pass(Duration.ofSeconds(50)))) {
            job.hurry();
            assertThat(job.tick()).isTrue();
            pass(Duration.ofSeconds(20));
            assertThat(job.tick()).as("a minute after the making").isFalse();
            pass(Duration.ofSeconds(40));
            assertThat(job.tick()).as("a minute after the run").isTrue();
        }
    }

    @Test
    void aRateIsKeptWhateverElseIsAskedFor() {
        try (Job job = job(Rhythm.atRate(Duration.ZERO, MINUTE), LONG, () -> pass(Duration.ofSeconds(20)))) {
            assertThat(job.tick()).isTrue();
            job.hurry();
            assertThat(job.tick()).isTrue();
            assertThat(job.tick()).isFalse();
            pass(Duration.ofSeconds(20));
            assertThat(job.tick()).as("a minute after the first run").isTrue();
        }
    }

    @Test
    void oneRunMakesUpForAllThatWereMissed() {
        try (Job job = job(Rhythm.atRate(Duration.ZERO, MINUTE), LONG, () -> {})) {
            pass(MINUTE.multipliedBy(10));
            assertThat(job.tick()).isTrue();
            assertThat(job.tick()).isFalse();
            pass(MINUTE);
            assertThat(job.tick()).isTrue();
        }
    }

    @Test
    void isBroughtForwardButNeverPutOff() {
        try (Job job = job(Rhythm.withPauses(MINUTE), LONG, () -> {})) {
            job.hurry(Duration.ofSeconds(5));
            job.hurry(LONG);
            assertThat(job.tick()).isFalse();
            pass(Duration.ofSeconds(5));
            assertThat(job.tick()).isTrue();
            assertThat(job.tick()).isFalse();
        }
    }

    @Test
    void whatIsAskedForDuringARunIsDoneAfterIt() {
        List<Job> jobs = new ArrayList<>();
        try (Job job = job(Rhythm.withPauses(MINUTE), LONG, () -> {
            if (jobs.getFirst().runs() == 0) {
                jobs.getFirst().hurry();
            }
        })) {
            jobs.add(job);
            job.hurry();
            assertThat(job.tick()).isTrue();
            assertThat(job.tick()).isTrue();
            assertThat(job.tick()).isFalse();
        }
    }

    @Test
    void everyFailureIsCountedAndToldAndNoneEndsIt() {
        AssertionError error = new AssertionError("an Error, too");
        try (Job job = job(Rhythm.withPauses(MINUTE), LONG, () -> {
            throw error;
        })) {
            for (int failures = 1; failures <= 3; failures++) {
                job.hurry();
                assertThat(job.tick()).isTrue();
                assertThat(job.failures()).isEqualTo(failures);
            }
        }
        assertThat(reported).containsExactly(error, error, error);
    }

    @Test
    void outlivesWhatCannotEvenBeTold() {
        Job.Work failing = () -> {
            throw new IllegalStateException("first");
        };
        try (Job job = new Job("test", Rhythm.withPauses(MINUTE), LONG, failing, _ -> {
            throw new IllegalStateException("second");
        })) {
            job.hurry();
            assertThat(job.tick()).isTrue();
            assertThat(job.failures()).isEqualTo(1);
        }
    }

    @Test
    void beginsNothingOnceItStops() {
        try (Job job = job(Rhythm.withPauses(MINUTE), LONG, () -> {})) {
            job.stop();
            job.hurry();
            pass(LONG);
            assertThat(job.tick()).isFalse();
            assertThat(job.runs()).isZero();
        }
    }

    @Test
    void hasAThreadThatWaitsAndIsWoken() {
        try (Job job = new Job("test", Rhythm.withPauses(LONG), LONG, () -> {}, reported::add)) {
            job.start();
            for (int runs = 1; runs <= 3; runs++) {
                long expected = runs;
                job.hurry();
                await().untilAsserted(() -> assertThat(job.runs()).isEqualTo(expected));
            }
        }
        assertThat(reported).isEmpty();
    }

    @Test
    void closingWaitsForTheRunThatGoesOn() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        List<Job> jobs = new ArrayList<>();
        Job job = new Job("test", Rhythm.withPauses(LONG), LONG, () -> {
            begun.countDown();
            while (!jobs.getFirst().stopping()) {
                Thread.onSpinWait();
            }
            interrupted.set(Thread.currentThread().isInterrupted());
        }, reported::add);
        jobs.add(job);
        job.start();
        job.hurry();
        begun.await();
        job.close();

        assertThat(job.runs()).isEqualTo(1);
        assertThat(interrupted).isFalse();
    }

    @Test
    void aRunThatGoesOnForTooLongIsInterruptedWhichIsNoFailure() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Job job = new Job("test", Rhythm.withPauses(LONG), Duration.ofMillis(1), () -> {
            begun.countDown();
            new CountDownLatch(1).await();
        }, reported::add);
        job.start();
        job.hurry();
        begun.await();
        job.close();

        assertThat(job.runs()).isEqualTo(1);
        assertThat(job.failures()).isZero();
        assertThat(reported).isEmpty();
    }

    @Test
    void aRunThatNothingEndsIsLeftBehind() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean end = new AtomicBoolean();
        Job job = job(Rhythm.withPauses(LONG), Duration.ZERO, () -> {
            begun.countDown();
            while (!end.get()) {
                Thread.onSpinWait();
            }
        });
        job.start();
        job.hurry();
        begun.await();
        job.close();
        assertThat(job.runs()).as("it still runs").isZero();
        end.set(true);
        job.close();

        await().untilAsserted(() -> assertThat(job.runs()).isEqualTo(1));
    }

    private Job job(Rhythm rhythm, Duration grace, Job.Work work) {
        return new Job("test", rhythm, grace, Duration.ofMillis(1), work, reported::add, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
