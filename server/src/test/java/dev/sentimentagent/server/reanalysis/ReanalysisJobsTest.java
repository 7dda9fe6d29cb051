package dev.sentimentagent.server.reanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.server.settings.ReanalysisSettings;
import dev.sentimentagent.store.memory.MemoryStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReanalysisJobsTest {
    private static final int ITEMS = 30;
    private static final ItemAnalyzer TALK = ItemAnalyzer.of(SentimentMethod.DEVTALK, ToolCatalogue.standard());

    private final MemoryStore store = new MemoryStore();
    private final ManualTime time = new ManualTime(Vader.NOW);
    private final AtomicBoolean mayRun = new AtomicBoolean(true);

    @Test
    void byHandOneIsOpenAtATimeAndOfItselfTheyQueueUp() throws InterruptedException {
        Vader.fill(store, ITEMS);
        ReanalysisJobs jobs = jobs(() -> TALK, true);
        ReanalysisJob first = jobs.queue(JobScope.all(true), "admin").orElseThrow();
        assertThat(jobs.queue(JobScope.all(true), "admin")).isEmpty();
        time.advance(Duration.ofSeconds(1));
        jobs.toolCreated("zed", "Zed");
        time.advance(Duration.ofSeconds(1));
        jobs.toolActivated("kiro", "Kiro");
        AtomicInteger told = new AtomicInteger();
        jobs.onChange(told::incrementAndGet);

        jobs.run();

        assertThat(store.jobs().list(null, 10, 0)).extracting(ReanalysisJob::reason, ReanalysisJob::status, ReanalysisJob::automatic)
                .containsExactly(tuple("Tool activated: Kiro", JobStatus.COMPLETED, true),
                        tuple("New tool created: Zed", JobStatus.COMPLETED, true),
                        tuple(null, JobStatus.COMPLETED, false));
        assertThat(first.progress().total()).isEqualTo(ITEMS);
        assertThat(jobs.figures().processed()).isEqualTo(3L * ITEMS);
        assertThat(jobs.figures().changed()).isEqualTo(ITEMS);
        assertThat(jobs.figures().endedSo(JobStatus.COMPLETED)).isEqualTo(3);
        assertThat(jobs.figures().progress()).isNaN();
        assertThat(told.get()).isPositive();
        assertThat(jobs.queue(JobScope.all(true), "admin")).isPresent();
    }

    @Test
    void thatAllIsWrittenIsToldBeforeAJobCountsAsEnded() throws InterruptedException {
        Vader.fill(store, ITEMS);
        ReanalysisJobs jobs = jobs(() -> TALK, true);
        String id = jobs.queue(JobScope.all(true), "admin").orElseThrow().id();
        List<JobStatus> then = new ArrayList<>();
        jobs.onWritten(() -> then.add(store.jobs().find(id).orElseThrow().status()));
        jobs.run();
        assertThat(then).startsWith(JobStatus.RUNNING).endsWith(JobStatus.COMPLETED);
    }

    @Test
    void nothingIsQueuedOfItselfWhereTheSettingsSaySo() {
        ReanalysisJobs jobs = jobs(() -> TALK, false);
        jobs.toolCreated("zed", "Zed");
        jobs.toolActivated("zed", "Zed");
        assertThat(jobs.methodChanged("DEVTALK 2")).isFalse();
        assertThat(store.jobs().count(null)).isZero();
    }

    @Test
    void anotherMethodQueuesAJobThatRescoresUnlessOneIsOpen() {
        ReanalysisJobs jobs = jobs(() -> TALK, true);
        assertThat(jobs.methodChanged("DEVTALK 2")).isTrue();
        assertThat(jobs.methodChanged("DEVTALK 2")).isFalse();
        assertThat(store.jobs().list(null, 10, 0)).singleElement()
                .satisfies(job -> assertThat(job.scope().rescores()).isTrue())
                .satisfies(job -> assertThat(job.reason()).isEqualTo("Method changed: DEVTALK 2"));
    }

    @Test
    void aJobThatWaitsIsCancelledByEitherWayOneThatRunsByTheOther() {
        ReanalysisJobs jobs = jobs(() -> TALK, true);
        String waiting = jobs.queue(JobScope.all(true), "admin").orElseThrow().id();
        ReanalysisJob cancelled = jobs.cancel(waiting, false, "admin").orElseThrow();
        assertThat(cancelled.endedAt()).isEqualTo(Vader.NOW);
        assertThat(cancelled.errors()).containsExactly(new JobError("job_level", "cancelled by admin", Vader.NOW));
        assertThat(jobs.cancel(waiting, true, "admin")).isEmpty();

        String running = jobs.queue(JobScope.all(true), "admin").orElseThrow().id();
        store.jobs().take(Vader.NOW);
        assertThat(jobs.cancel(running, false, "admin")).isEmpty();
        assertThat(jobs.cancel(running, true, "admin")).isPresent();
        assertThat(jobs.figures().endedSo(JobStatus.CANCELLED)).isEqualTo(2);
    }

    @Test
    void aProcessThatMayNotRunJobsLeavesThemToAnother() throws InterruptedException {
        Vader.fill(store, ITEMS);
        ReanalysisJobs jobs = jobs(() -> TALK, true);
        jobs.queue(JobScope.all(true), "admin");
        mayRun.set(false);
        jobs.run();
        assertThat(store.jobs().count(JobStatus.QUEUED)).isEqualTo(1);
    }

    @Test
    void oneThatFailsAgainAndAgainAtTheSamePlaceHasFailed() throws InterruptedException {
        Vader.fill(store, ITEMS);
        ReanalysisJobs jobs = jobs(() -> {
            throw new IllegalStateException("no catalogue");
        }, true);
        String id = jobs.queue(JobScope.all(true), "admin").orElseThrow().id();
        for (int attempt = 1; attempt < 3; attempt++) {
            assertThatThrownBy(jobs::run).hasMessage("no catalogue");
            assertThat(store.jobs().find(id).orElseThrow().status()).isEqualTo(JobStatus.RUNNING);
        }
        jobs.run();

        ReanalysisJob failed = store.jobs().find(id).orElseThrow();
        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(failed.errors()).extracting(JobError::item, JobError::error)
                .containsExactly(tuple("job_level", "no catalogue"));
        assertThat(jobs.figures().endedSo(JobStatus.FAILED)).isEqualTo(1);
    }

    private ReanalysisJobs jobs(Supplier<ItemAnalyzer> analyzer, boolean automatic) {
        return new ReanalysisJobs(store, new Reanalysis(store, analyzer, (_, _) -> {}, Pace.full(), time),
                new ReanalysisSettings(automatic, automatic, automatic, Duration.ZERO), time, mayRun::get);
    }
}
