package dev.sentimentagent.server.trending;

import static dev.sentimentagent.server.trending.Posts.NOW;
import static dev.sentimentagent.server.trending.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngagementVelocityTest {
    @ParameterizedTest(name = "{1} upvotes and {2} comments in {0}: {3}")
    @CsvSource({
            // (240 + 3 · 80) / 24
            "PT24H, 240, 80, 20",
            // (60 + 3 · 20) / 4 · 1.5
            "PT4H, 60, 20, 45",
            // (60 + 3 · 20) / 8 · 1.2
            "PT8H, 60, 20, 18",
            // (7 + 3 · 0) / 168
            "PT168H, 7, 0, 0.0416667",
            // (10 + 3 · 5) / 2.5 · 1.5
            "PT2H30M, 10, 5, 15",
            "PT24H, 0, 0, 0"})
    void isWeightedEngagementPerHour(Duration age, int upvotes, int comments, double velocity) {
        assertThat(EngagementVelocity.of(post("a", "title", age, upvotes, comments), NOW)).isCloseTo(velocity, within(1e-6));
    }

    @ParameterizedTest(name = "boost of a post of {0}: {1}")
    @CsvSource({
            "PT5H59M59.999S, 1.5",
            "PT6H, 1.2",
            "PT6H0.001S, 1.2",
            "PT11H59M59.999S, 1.2",
            "PT12H, 1",
            "PT12H0.001S, 1"})
    void boostEndsAtSixAndTwelveHours(Duration age, double boost) {
        double hours = age.toMillis() / 3_600_000.0;
        assertThat(EngagementVelocity.of(post("a", "title", age, 120, 0), NOW)).isCloseTo(120 / hours * boost, within(1e-9));
    }

    @Test
    void postOfOneMinuteWithItsAuthorsUpvoteDoesNotWin() {
        double fresh = EngagementVelocity.of(post("a", "title", Duration.ofMinutes(1), 1, 0), NOW);
        assertThat(fresh).isEqualTo(1.5);
        assertThat(fresh).isLessThan(EngagementVelocity.of(post("b", "title", Duration.ofHours(5), 10, 2), NOW));
    }

    @Test
    void postFromTheFutureCountsAsNew() {
        assertThat(EngagementVelocity.of(post("a", "title", Duration.ofMinutes(-5), 10, 0), NOW)).isEqualTo(15);
    }

    @Test
    void votesBelowZeroTakeNothingFromComments() {
        assertThat(EngagementVelocity.of(post("a", "title", Duration.ofHours(20), -50, 40), NOW)).isEqualTo(6);
        assertThat(EngagementVelocity.of(post("a", "title", Duration.ofHours(20), -50, 0), NOW)).isZero();
    }
}
