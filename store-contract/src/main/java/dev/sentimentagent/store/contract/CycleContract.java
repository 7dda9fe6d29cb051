package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.SubredditReport;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Collection cycles and their reports. */
abstract class CycleContract extends Contract {
    CycleContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void aCycleThatStartsIsThere() {
        Cycle cycle = Cycle.starting(T0.plusMillis(123), 99_000_000);
        store.cycles().open(cycle);

        assertThat(store.cycles().recent(10)).containsExactly(cycle);
    }

    @ParameterizedTest
    @EnumSource
    void aClosedCycleIsReadBackAsItWasClosed(CycleStatus status) {
        store.cycles().open(Cycle.starting(T0, 1));
        Cycle ended = ended(T0, T0.plusSeconds(90), status);
        store.cycles().close(ended);

        assertThat(store.cycles().recent(10)).containsExactly(ended);
    }

    @Test
    void reportsAreMadeByTheBatchesAndLeftAloneByClosing() {
        Cycle cycle = Cycle.starting(T0, 0);
        store.cycles().open(cycle);
        Sample known = Sample.post("p1");
        batch(cycle, "Cursor", 1, List.of(new Incident(Reason.MISSING_FIELD, "no id", 1)), known, Sample.post("p2"), known,
                known.later(Duration.ofSeconds(30)).upvotes(30));
        batch(cycle, "Cursor", 2, List.of(new Incident(Reason.MISSING_FIELD, "no id", 2), new Incident(Reason.TIMED_OUT, "comments", 1)),
                known,
                known.later(Duration.ofMinutes(1)).upvotes(40), Sample.comment("c1", "p1"));
        batch(cycle, "Bard", 0, List.of(new Incident(Reason.PRIVATE, "403", 1)));
        SubredditReport invented = new SubredditReport("Other", new Counts(9, 9, 0, 0, 0), List.of());
        store.cycles()
                .close(new Cycle(cycle.id(), T0, T0.plusSeconds(60), CycleStatus.PARTIAL, List.of(invented), 7, Duration.ofMillis(1500), 1,
                        2));

        Cycle stored = store.cycles().recent(1).getFirst();
        assertThat(stored.subreddits()).hasSize(2).anySatisfy(report -> {
            assertThat(report.subreddit()).isEqualTo("Cursor");
            assertThat(report.counts()).isEqualTo(new Counts(10, 3, 2, 2, 3));
            assertThat(report.counts().addUp()).isTrue();
            assertThat(report.incidents()).containsExactlyInAnyOrder(new Incident(Reason.MISSING_FIELD, "no id", 3),
                    new Incident(Reason.TIMED_OUT, "comments", 1));
        }).anySatisfy(report -> {
            assertThat(report.subreddit()).isEqualTo("Bard");
            assertThat(report.counts()).isEqualTo(Counts.ZERO);
            assertThat(report.incidents()).containsExactly(new Incident(Reason.PRIVATE, "403", 1));
        });
        assertThat(stored.counts()).isEqualTo(new Counts(10, 3, 2, 2, 3));
        assertThat(stored.limiterWait()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void reportsStayWithTheirCycle() {
        Cycle first = Cycle.starting(T0, 0);
        Cycle second = Cycle.starting(T0.plusSeconds(60), 0);
        store.cycles().open(first);
        batch(first, "Cursor", 0, List.of(), Sample.post("p1"));
        store.cycles().open(second);
        batch(second, "Cursor", 0, List.of(), Sample.post("p1"), Sample.post("p2"));

        assertThat(store.cycles().recent(2)).extracting(Cycle::counts).containsExactly(new Counts(2, 1, 0, 1, 0),
                new Counts(1, 1, 0, 0, 0));
    }

    @Test
    void recentAreTheNewestFirst() {
        for (int hour : new int[]{2, 0, 3, 1}) {
            store.cycles().open(Cycle.starting(T0.plus(Duration.ofHours(hour)), 0));
        }

        assertThat(store.cycles().recent(3)).extracting(Cycle::startedAt)
                .containsExactly(hoursAfter(3), hoursAfter(2), hoursAfter(1));
    }

    @Test
    void aCycleThatWasNeverOpenedCannotBeClosed() {
        assertThatThrownBy(() -> store.cycles().close(ended(T0, T0, CycleStatus.COMPLETED)))
                .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isTransient()).isFalse());
    }

    @Test
    void theSameCycleIsNotOpenedTwice() {
        Cycle cycle = Cycle.starting(T0, 0);
        store.cycles().open(cycle);
        store.cycles().close(ended(T0, T0.plusSeconds(1), CycleStatus.COMPLETED));

        assertThatThrownBy(() -> store.cycles().open(cycle))
                .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isTransient()).isFalse());
        assertThat(store.cycles().recent(1).getFirst().status()).isEqualTo(CycleStatus.COMPLETED);
    }

    @Test
    void cyclesThatStillRunAreClosedAsInterrupted() {
        store.cycles().open(Cycle.starting(T0, 0));
        store.cycles().close(ended(T0, T0.plusSeconds(1), CycleStatus.FAILED));
        Cycle left = Cycle.starting(hoursAfter(1), 0);
        store.cycles().open(left);
        batch(left, "Cursor", 0, List.of(), Sample.post("p1"));
        store.cycles().open(Cycle.starting(hoursAfter(2), 0));
        reopen();

        assertThat(store.cycles().closeInterrupted(hoursAfter(3))).isEqualTo(2);
        assertThat(store.cycles().closeInterrupted(hoursAfter(4))).isZero();
        List<Cycle> cycles = store.cycles().recent(3);
        assertThat(cycles).extracting(Cycle::status)
                .containsExactly(CycleStatus.INTERRUPTED, CycleStatus.INTERRUPTED, CycleStatus.FAILED);
        assertThat(cycles.get(1).endedAt()).isEqualTo(hoursAfter(3));
        assertThat(cycles.get(1).counts().stored()).isEqualTo(1);
    }

    @Test
    void theLastSuccessIsTheEndOfTheLastCycleThatCompletedWhollyOrInPart() {
        assertThat(store.cycles().lastSuccess()).isEmpty();
        run(0, CycleStatus.FAILED);
        run(1, CycleStatus.INTERRUPTED);
        store.cycles().open(Cycle.starting(hoursAfter(9), 0));
        assertThat(store.cycles().lastSuccess()).isEmpty();
        run(2, CycleStatus.COMPLETED);
        assertThat(store.cycles().lastSuccess()).contains(hoursAfter(2).plusSeconds(90));
        run(3, CycleStatus.PARTIAL);
        run(4, CycleStatus.FAILED);
        assertThat(store.cycles().lastSuccess()).contains(hoursAfter(3).plusSeconds(90));
    }

    private void run(int hour, CycleStatus status) {
        Instant start = hoursAfter(hour);
        store.cycles().open(Cycle.starting(start, 0));
        store.cycles().close(ended(start, start.plusSeconds(90), status));
    }

    private void batch(Cycle cycle, String subreddit, long rejected, List<Incident> incidents, Sample... items) {
        store.items()
                .save(new Batch(Arrays.stream(items).map(Sample::scored).toList(),
                        new Batch.Progress(cycle.id(), subreddit, rejected, incidents), null, null));
    }

    private static Cycle ended(Instant start, Instant end, CycleStatus status) {
        return new Cycle(Cycle.idOf(start), start, end, status, List.of(), 118, Duration.ofMillis(61_234), 1_000_000, 2_000_000);
    }

    private static Instant hoursAfter(int hours) {
        return T0.plus(Duration.ofHours(hours));
    }
}
