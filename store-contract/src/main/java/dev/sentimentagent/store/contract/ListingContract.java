package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far listings are covered, and the gaps in them. */
abstract class ListingContract extends Contract {
    ListingContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void coverageIsOfEachListingAndTheLastSavedHolds() {
        assertThat(store.cycles().coverages()).isEmpty();
        Coverage posts = new Coverage("Cursor", Listing.NEW, T0, T0.plusMillis(1234), T0.plusSeconds(1));
        Coverage comments = new Coverage("Cursor", Listing.COMMENTS, T0.plusSeconds(2), T0.plusSeconds(9), T0.plusSeconds(8));
        Coverage other = new Coverage("Bard", Listing.NEW, T0.plusSeconds(3), T0.plusSeconds(4), T0.plusSeconds(5));
        Coverage further = new Coverage("Cursor", Listing.NEW, T0, T0.plusSeconds(100), T0.plusSeconds(90));
        save(posts, null);
        save(comments, null);
        save(other, null);
        assertThat(store.cycles().coverages()).containsExactlyInAnyOrder(posts, comments, other);

        save(further, null);
        assertThat(store.cycles().coverages()).containsExactlyInAnyOrder(further, comments, other);
    }

    @Test
    void aBatchWithoutCoverageLeavesItWhereItWas() {
        Coverage coverage = new Coverage("Cursor", Listing.NEW, T0, T0, T0);
        save(coverage, null);
        save(Sample.post("p1"));

        assertThat(store.cycles().coverages()).containsExactly(coverage);
    }

    @Test
    void aGapIsReadBackAsItWasSavedAndRecordedOnce() {
        Gap gap = gap(T0, T0.plusSeconds(60));
        save(null, gap);
        save(null, new Gap("Cursor", Listing.NEW, T0, T0.plusSeconds(60), Reason.LISTING_CAP, "cycle_later", T0.plus(Duration.ofDays(1))));

        assertThat(store.cycles().gaps(EVER)).containsExactly(gap);
    }

    @Test
    void gapsThatDifferAreDifferentGaps() {
        List<Gap> gaps = List.of(gap(T0, T0.plusSeconds(60)), gap(T0, T0.plusSeconds(61)), gap(T0.plusSeconds(1), T0.plusSeconds(60)),
                new Gap("Cursor", Listing.COMMENTS, T0, T0.plusSeconds(60), Reason.LISTING_CAP, "c", T0),
                new Gap("Bard", Listing.NEW, T0, T0.plusSeconds(60), Reason.LISTING_CAP, "c", T0),
                new Gap("Cursor", Listing.NEW, T0, T0.plusSeconds(60), Reason.OTHER, "c", T0));
        gaps.forEach(gap -> save(null, gap));

        assertThat(store.cycles().gaps(EVER)).containsExactlyInAnyOrderElementsOf(gaps);
    }

    @Test
    void gapsAreThoseThatOverlapTheWindowNewestFirst() {
        Gap early = gap(T0, T0.plusSeconds(10));
        Gap middle = gap(T0.plusSeconds(10), T0.plusSeconds(20));
        Gap late = gap(T0.plusSeconds(25), T0.plusSeconds(30));
        Gap around = gap(T0.minusSeconds(100), T0.plusSeconds(100));
        List.of(middle, around, late, early).forEach(gap -> save(null, gap));

        assertThat(store.cycles().gaps(EVER)).containsExactly(around, late, middle, early);
        assertThat(gaps(10, 20)).containsExactly(around, middle);
        assertThat(gaps(9, 11)).containsExactly(around, middle, early);
        assertThat(gaps(20, 25)).containsExactly(around);
        assertThat(gaps(30, 40)).containsExactly(around);
        assertThat(gaps(100, 200)).isEmpty();
        assertThat(store.cycles().gaps(new Window(T0.plusSeconds(29).plusNanos(1), T0.plusSeconds(40)))).containsExactly(around, late);
    }

    @Test
    void atMostAThousandGapsTheNewest() {
        for (int i = 0; i < 1003; i++) {
            save(null, gap(T0.plusSeconds(i), T0.plusSeconds(i + 1)));
        }

        List<Gap> gaps = store.cycles().gaps(EVER);
        assertThat(gaps).hasSize(1000);
        assertThat(gaps.getFirst().from()).isEqualTo(T0.plusSeconds(1002));
        assertThat(gaps.getLast().from()).isEqualTo(T0.plusSeconds(3));
    }

    private List<Gap> gaps(int from, int to) {
        return store.cycles().gaps(new Window(T0.plusSeconds(from), T0.plusSeconds(to)));
    }

    private void save(@Nullable Coverage coverage, @Nullable Gap gap) {
        store.items().save(new Batch(List.of(), null, coverage, gap));
    }

    private static Gap gap(Instant from, Instant to) {
        return new Gap("Cursor", Listing.NEW, from, to, Reason.LISTING_CAP, "cycle_20260302_100000", T0.plusMillis(7));
    }
}
