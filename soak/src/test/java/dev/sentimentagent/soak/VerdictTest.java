package dev.sentimentagent.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.job.JobEffect;
import dev.sentimentagent.model.job.JobProgress;
import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that must hold is seen when it does not. */
class VerdictTest {
    private static final Counts SOUND = new Counts(10, 4, 3, 2, 1);
    private static final StoreAudit.Result AUDIT = audit(4, 0, true);

    @TempDir
    private Path folder;

    private final Observations seen = new Observations();
    private List<ReanalysisJob> jobs = List.of(job(JobStatus.COMPLETED, 3));
    private ServiceLog log;

    @BeforeEach
    void soundSoak() throws Exception {
        log = new ServiceLog(folder.resolve("log"));
        seen.cycles.take(List.of(cycle("c1", "completed", SOUND)));
        seen.served = new ServiceApi.Stats(4, 720, SoakSettings.START);
        seen.stops = 1;
        for (int hour = 0; hour < 100; hour++) {
            sample(hour, 180);
        }
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void aSoundSoakHoldsInAll() {
        assertThat(broken(AUDIT, 4)).isEmpty();
    }

    @Test
    void countsThatDoNotAddUpAreSeenInTheirCycle() {
        seen.cycles
                .take(List.of(cycle("c2", "completed", new Counts(10, 0, 3, 2, 1)), cycle("c3", "completed", new Counts(2, 0, 3, 2, 1))));
        assertThat(broken(AUDIT, 4)).singleElement().asString().contains("fetched").contains("c2, c3");
    }

    @Test
    void lostAndDoubledItemsAreSeen() {
        assertThat(broken(audit(4, 1, true), 4)).singleElement().asString().contains("lost");
        assertThat(broken(audit(3, 0, true), 4)).singleElement().asString().contains("stored once");
    }

    @Test
    void figuresThatDifferFromACountAreSeen() {
        assertThat(broken(audit(4, 0, false), 4)).singleElement().asString().contains("rollups");
        assertThat(broken(AUDIT, 5)).singleElement().asString().contains("served");
    }

    @Test
    void aReanalysisThatDidNotEndOrLookedAtNothingIsSeen() {
        for (List<ReanalysisJob> bad : List.of(List.<ReanalysisJob>of(), List.of(job(JobStatus.COMPLETED, 0)),
                List.of(job(JobStatus.RUNNING, 3), job(JobStatus.COMPLETED, 3)))) {
            jobs = bad;
            assertThat(broken(AUDIT, 4)).singleElement().asString().contains("analyzed again");
        }
    }

    private static ReanalysisJob job(JobStatus status, long processed) {
        ReanalysisJob queued = ReanalysisJob.automatic("a", "a tool is new", JobScope.all(false), 5, SoakSettings.START);
        return new ReanalysisJob("a", status, true, queued.triggeredBy(), queued.reason(), queued.scope(),
                new JobProgress(5, processed, null, null, null), JobEffect.NONE, List.of(), queued.createdAt(), SoakSettings.START, null);
    }

    @Test
    void aCycleLeftOpenABadStopAndAnErrorAreSeen() {
        seen.cycles.take(List.of(cycle("c2", "running", SOUND)));
        seen.badStops = 1;
        log.readAll(new BufferedReader(new StringReader("{\"level\":\"ERROR\",\"logger\":\"a\",\"message\":\"bad\"}")));
        assertThat(broken(audit(8, 0, true), 4)).hasSize(3);
    }

    @Test
    void memoryThatGrowsOrIsTooMuchIsSeen() {
        for (int hour = 100; hour < 140; hour++) {
            sample(hour, 180 + (hour - 100) * 4);
        }
        assertThat(broken(AUDIT, 4)).hasSize(2).allMatch(what -> what.contains("resident set"));
    }

    @Test
    void growthIsNotJudgedWhereNoProcessRanForADay() {
        assertThat(verdicts(AUDIT, 4)).extracting(Verdict::held).containsOnly("yes");
        seen.samples.clear();
        sample(0, 180);
        assertThat(verdicts(AUDIT, 4)).last()
                .satisfies(growth -> assertThat(growth.held()).isEqualTo("not judged"))
                .satisfies(growth -> assertThat(growth.holds()).isTrue());
    }

    private List<Verdict> verdicts(StoreAudit.Result audit, long counted) {
        Soak.Outcome outcome = new Soak.Outcome(seen, audit, counted, jobs, log, Duration.ofMinutes(1));
        SoakSettings settings = new SoakSettings(folder, folder, Duration.ofDays(5), 0, 2000, 1, 1, 220);
        return Verdict.on(outcome, settings);
    }

    private List<String> broken(StoreAudit.Result audit, long counted) {
        return verdicts(audit, counted)
                .stream()
                .filter(verdict -> !verdict.holds())
                .map(verdict -> verdict.what() + ": " + verdict.figures())
                .toList();
    }

    private void sample(int hour, double rss) {
        seen.samples.add(
                new ProcessSample(1, SoakSettings.START.plus(Duration.ofHours(hour)), Duration.ofSeconds(hour), rss, 30, 90, 10));
    }

    private static StoreAudit.Result audit(long stored, long lost, boolean rollups) {
        return new StoreAudit.Result(stored, lost, List.of(), 0, 0, 0, List.of(), rollups, 1);
    }

    private static CycleEntry cycle(String id, String status, Counts counts) {
        return new CycleEntry(id, SoakSettings.START, status.equals("running") ? null : SoakSettings.START.plusSeconds(60), status,
                List.of(counts), Map.of(), 1);
    }
}
