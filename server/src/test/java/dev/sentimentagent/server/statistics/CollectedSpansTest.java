package dev.sentimentagent.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CollectedSpansTest {
    private static final Listing LISTING = Listing.NEW;
    private static final Coverage FROM_ONE_TO_NINE = new Coverage("Cursor", LISTING, hour(1), hour(9), hour(8));

    @Test
    void whatLiesOutsideTheCoverageWasNotCollected() {
        CollectedSpans coverages = CollectedSpans.of(List.of(FROM_ONE_TO_NINE), List.of());
        assertThat(coverages.touch(null, between(0, 1))).isFalse();
        assertThat(coverages.touch(null, between(0, 2))).isTrue();
        assertThat(coverages.touch(null, between(8, 12))).isTrue();
        assertThat(coverages.touch(null, between(9, 12))).isFalse();
        assertThat(CollectedSpans.of(List.of(), List.of()).touch(null, between(0, 12))).isFalse();
    }

    @Test
    void aGapIsNotCollectedAndWhatItLeavesIs() {
        assertThat(withGaps(gap(3, 5)).touch(null, between(3, 5))).isFalse();
        assertThat(withGaps(gap(3, 5)).touch(null, between(4, 5))).isFalse();
        assertThat(withGaps(gap(3, 5)).touch(null, between(4, 6))).isTrue();
        assertThat(withGaps(gap(3, 5)).touch(null, between(2, 5))).isTrue();
        assertThat(withGaps(gap(0, 3)).touch(null, between(0, 2))).as("before the coverage, then the gap").isFalse();
    }

    @Test
    void severalGapsAreAsOneIfNothingLiesBetween() {
        assertThat(withGaps(gap(5, 7), gap(3, 5)).touch(null, between(4, 6))).as("adjoining").isFalse();
        assertThat(withGaps(gap(4, 8), gap(2, 6), gap(3, 4)).touch(null, between(2, 8))).as("overlapping").isFalse();
        assertThat(withGaps(gap(2, 4), gap(5, 8)).touch(null, between(3, 6))).as("apart").isTrue();
    }

    @Test
    void aGapOfAnotherListingIsNoGapOfThisOne() {
        assertThat(withGaps(new Gap("Cursor", Listing.COMMENTS, hour(2), hour(8), "listing_cap", "c", hour(9))).touch(null, between(3, 4)))
                .isTrue();
        assertThat(withGaps(new Gap("claude", LISTING, hour(2), hour(8), "listing_cap", "c", hour(9))).touch(null, between(3, 4))).isTrue();
    }

    @Test
    void aSubredditHasItsOwn() {
        Coverage other = new Coverage("claude", LISTING, hour(20), hour(30), hour(30));
        CollectedSpans spans = CollectedSpans.of(List.of(FROM_ONE_TO_NINE, other), List.of());
        assertThat(spans.touch("CURSOR", between(2, 3))).isTrue();
        assertThat(spans.touch("cursor", between(21, 22))).isFalse();
        assertThat(spans.touch("claude", between(21, 22))).isTrue();
        assertThat(spans.touch(null, between(21, 22))).isTrue();
        assertThat(spans.touch(null, between(10, 19))).isFalse();
        assertThat(spans.touch("aws", between(2, 30))).isFalse();
    }

    /** Two listings and their gaps, looked at hour by hour: as a plain look at each of them says. */
    @RepeatedTest(20)
    void agreesWithALookAtEachListing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Coverage> coverages = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (Listing listing : Listing.values()) {
            int from = random.nextInt(20);
            coverages.add(new Coverage("Cursor", listing, hour(from), hour(from + random.nextInt(60)), hour(60)));
            for (int i = 0; i < 6; i++) {
                int gap = random.nextInt(70);
                gaps.add(new Gap("cursor", listing, hour(gap), hour(gap + random.nextInt(8)), "listing_cap", "c", hour(90)));
            }
        }
        CollectedSpans spans = CollectedSpans.of(coverages, gaps);
        for (int hour = 0; hour < 90; hour++) {
            Instant at = hour(hour);
            boolean expected = coverages.stream()
                    .anyMatch(coverage -> !at.isBefore(coverage.from()) && at.isBefore(coverage.until())
                            && gaps.stream().noneMatch(gap -> gap.listing() == coverage.listing() && !at.isBefore(gap.from())
                                    && at.isBefore(gap.to())));
            assertThat(spans.touch(null, between(hour, hour + 1))).as("hour %d", hour).isEqualTo(expected);
        }
    }

    private static CollectedSpans withGaps(Gap... gaps) {
        return CollectedSpans.of(List.of(FROM_ONE_TO_NINE), Stream.of(gaps).toList());
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
