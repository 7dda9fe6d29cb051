package dev.sentimentagent.server.trending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final Map<String, String> REFERENCE = Map.of("a", "1", "b", "1", "c", "1", "d", "2", "e", "2");

    @Test
    void sameGroupsUnderOtherNamesAgreeWholly() {
        assertThat(Agreement.of(REFERENCE, Map.of("a", "x", "b", "x", "c", "x", "d", "y", "e", "y"))).isEqualTo(new Agreement(1, 1, 1));
    }

    /** {a b c} {d e} against {a b} {c d e}. */
    @Test
    void isWhatOneComputesByHand() {
        Agreement agreement = Agreement.of(REFERENCE, Map.of("a", "x", "b", "x", "c", "y", "d", "y", "e", "y"));

        // Pairs: 2 in both (ab, de), 4 in each, 10 in all. Expected 4 · 4 / 10 = 1.6; (2 − 1.6) / (4 − 1.6).
        assertThat(agreement.randIndex()).isCloseTo(0.4 / 2.4, within(1e-12));
        // a and b: 2 of 2; c: 1 of 3; d and e: 2 of 3.
        assertThat(agreement.precision()).isCloseTo((1 + 1 + 1 / 3.0 + 2 / 3.0 + 2 / 3.0) / 5, within(1e-12));
        // a and b: 2 of 3; c: 1 of 3; d and e: 2 of 2.
        assertThat(agreement.recall()).isCloseTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1 + 1) / 5, within(1e-12));
        assertThat(agreement.f()).isCloseTo(11 / 15.0, within(1e-12));
    }

    @Test
    void nothingGroupedIsPreciseAndForgetful() {
        Agreement agreement = Agreement.of(REFERENCE, Map.of("a", "1", "b", "2", "c", "3", "d", "4", "e", "5"));

        assertThat(agreement.randIndex()).isZero();
        assertThat(agreement.precision()).isEqualTo(1);
        // a, b and c: 1 of 3; d and e: 1 of 2.
        assertThat(agreement.recall()).isCloseTo(2 / 5.0, within(1e-12));
    }

    @Test
    void allInOneGroupIsNoBetterThanChance() {
        Agreement agreement = Agreement.of(REFERENCE, Map.of("a", "x", "b", "x", "c", "x", "d", "x", "e", "x"));

        assertThat(agreement.randIndex()).isZero();
        // a, b and c: 3 of 5; d and e: 2 of 5.
        assertThat(agreement.precision()).isCloseTo(13 / 25.0, within(1e-12));
        assertThat(agreement.recall()).isEqualTo(1);
    }

    @Test
    void refusesGroupingsOfOtherThings() {
        assertThatThrownBy(() -> Agreement.of(REFERENCE, Map.of("a", "1"))).isInstanceOf(IllegalArgumentException.class);
    }
}
