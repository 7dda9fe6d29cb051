package dev.sentimentagent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static Score score(double compound) {
        Sentiment sentiment = compound >= 0.05 ? Sentiment.POSITIVE : compound <= -0.05 ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
        return new Score(sentiment, compound, 0, 0, 1, 1, "VADER", "3.3.2");
    }

    @Test
    void countsAnItemUnderItsClass() {
        assertThat(Tally.of(score(0.8))).isEqualTo(new Tally(1, 0, 0, 8000, 64_000_000));
        assertThat(Tally.of(score(-0.0516))).isEqualTo(new Tally(0, 1, 0, -516, 266_256));
        assertThat(Tally.of(score(0.0258))).isEqualTo(new Tally(0, 0, 1, 258, 66_564));
    }

    @Test
    void whatIsAddedCanBeTakenAway() {
        Tally before = new Tally(5, 3, 2, 12_345, 1_000_000);
        Tally change = new Tally(1, 7, 0, -9_999, 300_000);

        assertThat(before.plus(change)).isEqualTo(new Tally(6, 10, 2, 2_346, 1_300_000));
        assertThat(before.plus(change).minus(change)).isEqualTo(before);
        assertThat(before.minus(change).plus(change)).isEqualTo(before);
        assertThat(before.minus(before)).isEqualTo(Tally.ZERO);
        assertThat(Tally.ZERO.minus(change)).isEqualTo(new Tally(-1, -7, 0, 9_999, -300_000));
    }

    @Test
    void sumsNeverDrift() {
        Tally sum = Tally.ZERO;
        List<Double> compounds = List.of(0.1, 0.2, -0.3, 0.7003, -0.9999);
        for (int i = 0; i < 10_000; i++) {
            for (double compound : compounds) {
                sum = sum.plus(Tally.of(score(compound)));
            }
        }
        assertThat(sum).isEqualTo(new Tally(30_000, 20_000, 0, 10_000L * (1_000 + 2_000 - 3_000 + 7_003 - 9_999),
                10_000L * (1_000_000 + 4_000_000 + 9_000_000 + 7_003 * 7_003 + 9_999 * 9_999)));
    }

    @Test
    void averageIsTheMeanCompound() {
        assertThat(new Tally(2, 1, 1, 9_000, 0).averageCompound()).isEqualTo(0.225);
        assertThat(new Tally(0, 2, 0, -20_000, 0).averageCompound()).isEqualTo(-1);
        assertThat(new Tally(2, 1, 1, 9_000, 0).total()).isEqualTo(4);
        assertThat(Tally.ZERO.averageCompound()).isZero();
    }
}
