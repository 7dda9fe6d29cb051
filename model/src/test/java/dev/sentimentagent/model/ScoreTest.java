package dev.sentimentagent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {
    private static Score score(double compound) {
        return new Score(Sentiment.NEUTRAL, compound, 0, 0, 1, 1, "VADER", "3.3.2");
    }

    @ParameterizedTest
    @CsvSource({"0.0258, 258", "-0.9999, -9999", "0.2732, 2732", "-0.0516, -516", "0.5859, 5859", "0, 0", "1, 10000", "-1, -10000"})
    void compoundIsAWholeNumberOfTenThousandths(double compound, int units) {
        assertThat(score(compound).compoundE4()).isEqualTo(units);
    }

    @Test
    void everyCompoundOfFourDecimalsIsExact() {
        for (int units = -Score.COMPOUND_UNITS; units <= Score.COMPOUND_UNITS; units++) {
            assertThat(score(units / 10_000.0).compoundE4()).isEqualTo(units);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0001, -1.0001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoCompound(double compound) {
        assertThatIllegalArgumentException().isThrownBy(() -> score(compound));
    }

    @Test
    void labelsAreLowerCase() {
        assertThat(Sentiment.values()).extracting(Sentiment::label).containsExactly("positive", "negative", "neutral");
    }
}
