package dev.sentimentagent.server.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.reddit.Fetch;
import dev.sentimentagent.reddit.Rejection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingExtentTest {
    private static final Instant T0 = Instant.parse("2026-01-15T10:00:00Z");

    private final ListingExtent extent = new ListingExtent(at(60));

    @Test
    void theFirstReadingCoversFromItsBottomToNow() {
        extent.add(page(50, 40));
        extent.add(page(30, 20));
        assertThat(extent.extend(null, "s", Listing.NEW)).isEqualTo(new Coverage("s", Listing.NEW, at(20), at(60), at(50)));
    }

    @Test
    void anEmptyListingCoversNothingYet() {
        extent.add(page());
        assertThat(extent.extend(null, "s", Listing.NEW)).isNull();
        assertThat(extent.extend(new Coverage("s", Listing.NEW, at(1), at(2), at(2)), "s", Listing.NEW)).isNull();
        assertThat(gap(null)).isNull();
    }

    @Test
    void coverageMovesForwardOnly() {
        extent.add(page(50, 40));
        Coverage later = new Coverage("s", Listing.NEW, at(1), at(90), at(80));
        assertThat(extent.extend(later, "s", Listing.NEW)).isEqualTo(later);
        Coverage earlier = new Coverage("s", Listing.NEW, at(1), at(30), at(20));
        assertThat(extent.extend(earlier, "s", Listing.NEW)).isEqualTo(new Coverage("s", Listing.NEW, at(1), at(60), at(50)));
    }

    @Test
    void anOldItemThatResurfacedDoesNotMakeTheFirstCoverageReachBackToIt() {
        extent.add(page(-9000, 50, 40));
        assertThat(extent.extend(null, "s", Listing.NEW)).isEqualTo(new Coverage("s", Listing.NEW, at(40), at(60), at(50)));
    }

    @Test
    void anItemFromTheFutureIsNotTakenForTheNewestThereWillBe() {
        extent.add(page(1_000_000, 50, 40));
        assertThat(extent.extend(null, "s", Listing.NEW)).isEqualTo(new Coverage("s", Listing.NEW, at(40), at(60), at(50)));
    }

    @Test
    void aListingThatEndsBeforeWhatWasCoveredLeavesAGap() {
        extent.add(page(50, 40));
        assertThat(gap(at(10))).isEqualTo(new Gap("s", Listing.NEW, at(10), at(40), Reason.LISTING_CAP, "c", at(99)));
        assertThat(gap(at(40))).isNull();
        assertThat(gap(at(45))).isNull();
    }

    @Test
    void anOldItemThatResurfacedOnTopDoesNotHideTheGap() {
        extent.add(page(50, 2, 45));
        extent.add(page(44, 40));
        assertThat(gap(at(10))).isNotNull();
    }

    @Test
    void aPageThatHoldsNothingNewIsNoticed() {
        assertThat(extent.add(page(50, 40))).isTrue();
        assertThat(extent.add(page(40, 30))).isTrue();
        assertThat(extent.add(page(40, 30))).isFalse();
        Fetch.Page faulty = new Fetch.Page(List.of(), List.of(new Rejection(Reason.MISSING_FIELD, "no id")), "x");
        assertThat(extent.add(faulty)).isTrue();
        assertThat(extent.add(faulty)).isFalse();
        assertThat(extent.pages()).isEqualTo(5);
    }

    private @Nullable Gap gap(@Nullable Instant coveredTo) {
        Coverage before = coveredTo == null ? null : new Coverage("s", Listing.NEW, at(0), coveredTo, coveredTo);
        return extent.gapAfter(before, "s", Listing.NEW, "c", at(99));
    }

    private static Fetch.Page page(int... minutes) {
        return new Fetch.Page(Arrays.stream(minutes).mapToObj(ListingExtentTest::post).toList(), List.of(), "next");
    }

    private static Item post(int minute) {
        return new Post("p" + minute, "s", "a", "t", "", "", "/", at(minute), at(100), 1, 0, null, false);
    }

    private static Instant at(int minute) {
        return T0.plusSeconds(60L * minute);
    }
}
