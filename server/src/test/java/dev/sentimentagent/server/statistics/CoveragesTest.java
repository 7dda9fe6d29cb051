package dev.sentimentagent.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Window;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoveragesTest {
    private static final Listing LISTING = Listing.NEW;
    private static final Coverage FROM_ONE_TO_NINE = new Coverage("Cursor", LISTING, hour(1), hour(9), hour(8));

    @Test
    void whatLiesOutsideTheCoverageWasNotCollected() {
        Coverages coverages = new Coverages(List.of(FROM_ONE_TO_NINE), List.of());
        assertThat(coverages.touch(between(0, 1))).isFalse();
        assertThat(coverages.touch(between(0, 2))).isTrue();
        assertThat(coverages.touch(between(8, 12))).isTrue();
        assertThat(coverages.touch(between(9, 12))).isFalse();
        assertThat(new Coverages(List.of(), List.of()).touch(between(0, 12))).isFalse();
    }

    @Test
    void aGapIsNotCollectedAndWhatItLeavesIs() {
        assertThat(withGaps(gap(3, 5)).touch(between(3, 5))).isFalse();
        assertThat(withGaps(gap(3, 5)).touch(between(4, 5))).isFalse();
        assertThat(withGaps(gap(3, 5)).touch(between(4, 6))).isTrue();
        assertThat(withGaps(gap(3, 5)).touch(between(2, 5))).isTrue();
        assertThat(withGaps(gap(0, 3)).touch(between(0, 2))).as("before the coverage, then the gap").isFalse();
    }

    @Test
    void severalGapsAreAsOneIfNothingLiesBetween() {
        assertThat(withGaps(gap(5, 7), gap(3, 5)).touch(between(4, 6))).as("adjoining").isFalse();
        assertThat(withGaps(gap(4, 8), gap(2, 6), gap(3, 4)).touch(between(2, 8))).as("overlapping").isFalse();
        assertThat(withGaps(gap(2, 4), gap(5, 8)).touch(between(3, 6))).as("apart").isTrue();
    }

    @Test
    void aGapOfAnotherListingIsNoGapOfThisOne() {
        assertThat(withGaps(new Gap("Cursor", Listing.COMMENTS, hour(2), hour(8), "listing_cap", "c", hour(9))).touch(between(3, 4)))
                .isTrue();
        assertThat(withGaps(new Gap("claude", LISTING, hour(2), hour(8), "listing_cap", "c", hour(9))).touch(between(3, 4))).isTrue();
    }

    private static Coverages withGaps(Gap... gaps) {
        return new Coverages(List.of(FROM_ONE_TO_NINE), Stream.of(gaps).toList());
    }

    private static Gap gap(int from, int to) {
        return new Gap("cursor", LISTING, hour(from), hour(to), "listing_cap", "cycle", hour(9));
    }

    private static Window between(int from, int to) {
        return new Window(hour(from), hour(to));
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-03-10T00:00:00Z").plusSeconds(3600L * hour);
    }
}
