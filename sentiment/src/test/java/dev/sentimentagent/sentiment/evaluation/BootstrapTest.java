package dev.sentimentagent.sentiment.evaluation;

import static dev.sentimentagent.model.Sentiment.NEGATIVE;
import static dev.sentimentagent.model.Sentiment.NEUTRAL;
import static dev.sentimentagent.model.Sentiment.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
    /** The interval of a share is known: 1.96 standard errors to each side. */
    @ParameterizedTest
    @ValueSource(longs = {100, 10_000, 1_000_000})
    void intervalsAreAsWideAsTheNumberOfTextsSays(long texts) {
        Confusion confusion = new Confusion();
        confusion.add(POSITIVE, POSITIVE, texts * 6 / 10);
        confusion.add(NEGATIVE, NEGATIVE, texts / 10);
        confusion.add(NEUTRAL, POSITIVE, texts * 29 / 100);
        confusion.add(NEUTRAL, NEUTRAL, texts / 100);
        double error = Math.sqrt(0.71 * 0.29 / texts);
        Bootstrap.Interval interval = new Bootstrap(confusion).of(Confusion::accuracy);
        assertThat(interval.low()).isCloseTo(0.71 - 1.96 * error, within(error / 2));
        assertThat(interval.high()).isCloseTo(0.71 + 1.96 * error, within(error / 2));
        assertThat(new Bootstrap(confusion).of(Confusion::accuracy)).isEqualTo(interval);
    }
}
