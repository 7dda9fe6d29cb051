package dev.sentimentagent.sentiment.evaluation;

import static dev.sentimentagent.model.Sentiment.NEGATIVE;
import static dev.sentimentagent.model.Sentiment.NEUTRAL;
import static dev.sentimentagent.model.Sentiment.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionTest {
    @Test
    void figuresFollowFromTheCounts() {
        Confusion confusion = new Confusion();
        confusion.add(POSITIVE, POSITIVE);
        confusion.add(POSITIVE, NEUTRAL);
        confusion.add(NEGATIVE, NEGATIVE);
        confusion.add(NEUTRAL, POSITIVE);
        assertThat(confusion.accuracy()).isEqualTo(0.5);
        // F1: positive 1/2, negative 1, neutral 0.
        assertThat(confusion.macroF1()).isCloseTo(0.5, within(1e-9));
        assertThat(confusion.goldShare(POSITIVE)).isEqualTo(0.5);
        assertThat(confusion.givenShare(NEGATIVE)).isEqualTo(0.25);
    }

    @Test
    void reliabilityIsTheDistanceOfConfidenceAndAccuracy() {
        Reliability reliability = new Reliability();
        reliability.add(0.9, true);
        reliability.add(0.9, false);
        reliability.add(0.4, false);
        assertThat(reliability.accuracy(9)).isEqualTo(0.5);
        assertThat(reliability.meanConfidence(9)).isCloseTo(0.9, within(1e-9));
        assertThat(reliability.error()).isCloseTo((0.8 + 0.4) / 3, within(1e-9));
    }
}
