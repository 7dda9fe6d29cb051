package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.job.JobEffect;
import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.JobProgress;
import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.JobStore;
import dev.sentimentagent.model.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Jobs: queued, run one at a time, cancelled, and what they write. */
abstract class JobContract extends Contract {
    private static final JobScope EVERYTHING = JobScope.all(false);

    JobContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void aJobIsReadBackAsItWasQueued() {
        JobScope scope = new JobScope(T0, T0.plusMillis(1), List.of("b", "a"), "cursor", true, 1000);
        ReanalysisJob manual = ReanalysisJob.manual("j1", "admin", scope, 12_345_678_901L, T0);
        ReanalysisJob automatic = ReanalysisJob.automatic("j2", "New tool: \"x\" 😀", JobScope.because("x"), 0, T0.plusMillis(1));
        store.jobs().add(manual, false);
        store.jobs().add(automatic, false);
        store.jobs().add(ReanalysisJob.manual("j3", "", new JobScope(null, null, List.of(), null, false, 1), 0, T0.plusMillis(2)), false);

        reopen();
        assertThat(store.jobs().find("j1")).contains(manual);
        assertThat(store.jobs().find("j2")).contains(automatic);
        assertThat(store.jobs().find("j3")).hasValueSatisfying(job -> assertThat(job.scope().toolIds()).isEmpty());
        assertThat(store.jobs().find("j4")).isEmpty();
        assertThat(store.jobs().count(null)).isEqualTo(3);
    }

    @Test
    void aJobByHandWaitsForNoOther() {
        assertThat(store.jobs().add(queued("a", T0), true)).isTrue();
        assertThat(store.jobs().add(queued("b", T0), true)).isFalse();
        assertThat(store.jobs().add(queued("c", T0), false)).isTrue();
        store.jobs().end("c", Set.of(JobStatus.QUEUED), JobStatus.CANCELLED, T0, null);
        store.jobs().take(T0);
        assertThat(store.jobs().add(queued("b", T0), true)).as("a runs").isFalse();
        store.jobs().end("a", Set.of(JobStatus.RUNNING), JobStatus.COMPLETED, T0, null);
        assertThat(store.jobs().add(queued("b", T0), true)).isTrue();
    }

    @Test
    void anIdIsTakenOnce() {
        store.jobs().add(queued("a", T0), false);
        assertThatThrownBy(() -> store.jobs().add(queued("a", T0), false)).isInstanceOf(StoreException.class);
    }

    @Test
    void oneRunsTheOldestFirst() {
        assertThat(store.jobs().take(T0)).isEmpty();
        store.jobs().add(queued("late", T0.plusSeconds(2)), false);
        store.jobs().add(queued("early", T0.plusSeconds(1)), false);
        Instant now = T0.plusSeconds(3);

        assertThat(store.jobs().take(now)).contains(queued("early", T0.plusSeconds(1)).started(now));
        assertThat(store.jobs().take(now.plusSeconds(9))).as("the one that runs").contains(queued("early", T0.plusSeconds(1)).started(now));
        reopen();
        assertThat(store.jobs().take(now)).as("the one that was left behind").map(ReanalysisJob::id).contains("early");
        store.jobs().end("early", Set.of(JobStatus.RUNNING), JobStatus.COMPLETED, now, null);
        assertThat(store.jobs().take(now)).map(ReanalysisJob::id).contains("late");
    }

    @Test
    void itemsAndProgressAreWrittenTogether() {
        save(Sample.post("p1").compound(0.6), Sample.post("p2").compound(0.6));
        ReanalysisJob job = running("a");
        ReanalysisJob advanced = job.advanced(new JobProgress(2, 1, "here", "t3_p1", Duration.ofSeconds(5)),
                new JobEffect(Map.of("kiro", 1L, "claude", 1L), 1, 0, 1, 1, 1), List.of(new JobError("t3_p2", "no\nreason", T0)));
        Batch batch = Batch.rescoring(List.of(Sample.post("p1").compound(-0.6).tools("kiro", "claude").scored()));

        List<BatchResult> results = store.jobs().advance(advanced, List.of(batch)).orElseThrow();

        assertThat(results).extracting(BatchResult::updated).containsExactly(1L);
        assertThat(store.jobs().find("a")).contains(advanced);
        assertThat(tally(Dimension.TOOL, "kiro", EVER)).isEqualTo(tallyOf(-0.6));
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Rollups.of(store.statistics().recount(EVER)));
        ReanalysisJob further = advanced.advanced(new JobProgress(2, 2, null, "t3_p2", null),
                new JobEffect(Map.of("kiro", 2L, "claude", 1L, "zed", 1L), 2, 0, 1, 1, 1), advanced.errors());
        assertThat(store.jobs().advance(further, List.of())).contains(List.of());
        reopen();
        assertThat(store.jobs().find("a")).contains(further);
    }

    @Test
    void aJobThatDoesNotRunWritesNothing() {
        save(Sample.post("p1").compound(0.6));
        ReanalysisJob job = running("a");
        JobError why = new JobError(JobError.WHOLE_JOB, "cancelled by admin", T0.plusSeconds(9));
        ReanalysisJob cancelled = job.ended(JobStatus.CANCELLED, List.of(why), T0.plusSeconds(9));
        assertThat(store.jobs().end("a", Set.of(JobStatus.QUEUED), JobStatus.CANCELLED, T0, why)).as("it runs").isEmpty();
        assertThat(store.jobs().end("x", Set.of(JobStatus.QUEUED), JobStatus.CANCELLED, T0, why)).as("there is none").isEmpty();
        assertThat(store.jobs().end("a", Set.of(JobStatus.QUEUED, JobStatus.RUNNING), JobStatus.CANCELLED, T0.plusSeconds(9), why))
                .contains(cancelled);

        ScoredItem other = Sample.post("p1").compound(-0.6).scored();
        assertThat(store.jobs().advance(job.advanced(new JobProgress(1, 1, null, "t3_p1", null), JobEffect.NONE, List.of()),
                List.of(Batch.rescoring(List.of(other))))).isEmpty();
        assertThat(found("t3_p1").score().compound()).isEqualTo(0.6);
        assertThat(store.jobs().find("a")).contains(cancelled);
        assertThat(store.jobs().take(T0)).isEmpty();
    }

    @Test
    void aMakeshiftScoreIsNotTakenButTheToolsAre() {
        save(Sample.post("p1").compound(0.6).tools("cursor"));
        ScoredItem seen = Sample.post("p1").compound(-0.6).tools("kiro").scored();
        store.items().save(Batch.rescoring(List.of(new ScoredItem(seen.item(), seen.score(), seen.mentions(), false, true))));

        assertThat(found("t3_p1")).isEqualTo(Sample.post("p1").compound(0.6).tools("kiro").scored());
    }

    @Test
    void listsAreNewestFirstInParts() {
        for (String id : List.of("b", "a", "c")) {
            store.jobs().add(queued(id, id.equals("c") ? T0 : T0.plusSeconds(1)), false);
        }
        store.jobs().end("b", Set.of(JobStatus.QUEUED), JobStatus.CANCELLED, T0, null);

        assertThat(store.jobs().list(null, 10, 0)).extracting(ReanalysisJob::id).containsExactly("a", "b", "c");
        assertThat(store.jobs().list(null, 1, 1)).extracting(ReanalysisJob::id).containsExactly("b");
        assertThat(store.jobs().list(null, 10, 3)).isEmpty();
        assertThat(store.jobs().list(JobStatus.QUEUED, 10, 0)).extracting(ReanalysisJob::id).containsExactly("a", "c");
        assertThat(store.jobs().count(JobStatus.QUEUED)).isEqualTo(2);
        assertThat(store.jobs().count(JobStatus.FAILED)).isZero();
    }

    @Test
    void ofThoseThatHaveEndedTheNewestAreKept() {
        store.jobs().add(queued("open", T0.minusSeconds(1)), false);
        for (int i = 0; i < JobStore.KEPT + 2; i++) {
            store.jobs().add(queued("j" + i, T0.plusSeconds(i)), false);
            store.jobs().end("j" + i, Set.of(JobStatus.QUEUED), JobStatus.CANCELLED, T0, new JobError(JobError.WHOLE_JOB, "x", T0));
        }
        store.jobs().add(queued("last", T0.plusSeconds(JobStore.KEPT + 9)), false);

        assertThat(store.jobs().count(JobStatus.CANCELLED)).isEqualTo(JobStore.KEPT);
        assertThat(store.jobs().find("j1")).isEmpty();
        assertThat(store.jobs().find("j2")).isPresent();
        assertThat(store.jobs().find("open")).isPresent();
    }

    @Test
    void jobsThatChangeNoItemsLeaveTheVersionOfTheData() {
        long version = store.dataVersion();
        running("a");
        store.jobs().end("a", Set.of(JobStatus.RUNNING), JobStatus.FAILED, T0, null);
        assertThat(store.dataVersion()).isEqualTo(version);
    }

    private ReanalysisJob running(String id) {
        store.jobs().add(queued(id, T0), false);
        return store.jobs().take(T0).orElseThrow();
    }

    private static ReanalysisJob queued(String id, Instant at) {
        return ReanalysisJob.manual(id, "admin", EVERYTHING, 2, at);
    }
}
