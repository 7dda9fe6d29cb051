package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetentionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Cycles and gaps that go because they are old. */
abstract class RecordContract extends Contract {
    private static final int KEPT = RetentionStore.CYCLES_KEPT;

    RecordContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void oldCyclesGoWithTheirReports() {
        for (int i = 0; i < KEPT + 4; i++) {
            run(i, CycleStatus.COMPLETED);
        }
        assertThat(expire(start(2), 10)).isEqualTo(2);
        assertThat(expire(start(KEPT), 1)).isEqualTo(1);
        assertThat(expire(start(KEPT), 10)).as("the newest stay, whatever their age").isEqualTo(1);
        assertThat(expire(start(KEPT), 10)).isZero();

        List<Cycle> left = store.cycles().recent(KEPT + 4);
        assertThat(left).hasSize(KEPT).allSatisfy(cycle -> assertThat(cycle.subreddits()).hasSize(1));
        assertThat(left.getLast().startedAt()).isEqualTo(start(4));
        assertThat(store.rowCounts()).containsEntry("cycle", (long) KEPT);
    }

    @Test
    void theLastSuccessAndWhatRunsStay() {
        run(0, CycleStatus.COMPLETED);
        run(1, CycleStatus.PARTIAL);
        store.cycles().open(Cycle.starting(start(2), 0));
        for (int i = 3; i < KEPT + 3; i++) {
            run(i, CycleStatus.FAILED);
        }

        assertThat(expire(start(KEPT + 3), 1000)).isEqualTo(1);
        assertThat(store.cycles().lastSuccess()).contains(start(1).plusSeconds(1));
        assertThat(store.cycles().recent(1000)).extracting(Cycle::status).contains(CycleStatus.RUNNING);
    }

    @Test
    void gapsThatEndedGo() {
        Gap old = gap(0, 10);
        Gap open = gap(5, 11);
        Gap late = gap(12, 13);
        assertThat(expire(T0.plusSeconds(10), 10)).as("there is nothing").isZero();
        long version = store.dataVersion();
        List.of(old, open, late).forEach(gap -> store.items().save(new Batch(List.of(), null, null, gap)));

        assertThat(expire(T0.plusSeconds(10), 10)).isEqualTo(1);
        assertThat(store.cycles().gaps(EVER)).containsExactly(late, open);
        assertThat(store.dataVersion()).isGreaterThan(version);
        assertThat(store.rowCounts()).containsEntry("gap", 2L);
    }

    private int expire(Instant before, int limit) {
        return store.retention().expireRecords(before, limit);
    }

    private void run(int number, CycleStatus status) {
        Cycle cycle = Cycle.starting(start(number), 0);
        store.cycles().open(cycle);
        store.items().save(
                new Batch(List.of(), new Batch.Progress(cycle.id(), "Cursor", 1, List.of(new Incident(Reason.MALFORMED, "item", 1))), null,
                        null));
        store.cycles()
                .close(new Cycle(cycle.id(), cycle.startedAt(), start(number).plusSeconds(1), status, List.of(), 1, Duration.ZERO, 0, 0));
    }

    private static Instant start(int number) {
        return T0.plus(Duration.ofMinutes(30).multipliedBy(number));
    }

    private static Gap gap(int from, int to) {
        return new Gap("Cursor", Listing.NEW, T0.plusSeconds(from), T0.plusSeconds(to), Reason.LISTING_CAP, "cycle", T0);
    }
}
