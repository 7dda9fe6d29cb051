package dev.sentimentagent.server.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.server.figures.Mean;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final Mean OFTEN = mean(4000, 0.10, 0.02);
    private static final Mean USUAL = mean(900, -0.10, 0.04);
    private static final Mean RARE = mean(31, -0.9, 0.3);
    private static final Mean TOO_FEW = mean(2, 0.9, 1);

    private static Mean mean(long items, double value, double half) {
        return new Mean(value, items, half / 2, value - half, value + half, 1, 9);
    }

    private static Interval drawn(Mean mean, Mean... with) {
        return Interval.Axis.of(List.of(with)).of(mean);
    }

    @Test
    void aRareToolDoesNotMakeTheIntervalsOfOthersSmall() {
        Interval alone = drawn(OFTEN, OFTEN, USUAL);

        assertThat(drawn(OFTEN, OFTEN, USUAL, TOO_FEW)).isEqualTo(alone);
        assertThat(drawn(OFTEN, OFTEN, USUAL, RARE)).isEqualTo(alone);
        assertThat(alone.high() - alone.low()).isGreaterThan(10);
    }

    @Test
    void whatLiesBeyondTheAxisIsAtItsEdgeAndSaysSo() {
        assertThat(drawn(RARE, OFTEN, USUAL, RARE)).satisfies(rare -> {
            assertThat(rare.beyond()).isEqualTo(-1);
            assertThat(rare.at()).isEqualTo(5);
            assertThat(rare.low()).isEqualTo(5);
        });
        assertThat(drawn(OFTEN, OFTEN, USUAL, RARE).beyond()).isZero();
    }

    @Test
    void rowsThatAreAllRareAreDrawnWhole() {
        Mean other = mean(40, 0.4, 0.5);

        assertThat(drawn(RARE, RARE, other).beyond()).isZero();
        assertThat(drawn(other, RARE, other)).satisfies(drawn -> assertThat(drawn.high()).isLessThanOrEqualTo(Interval.WIDTH));
        assertThat(drawn(OFTEN).zero()).isBetween(0.0, (double) Interval.WIDTH);
    }
}
