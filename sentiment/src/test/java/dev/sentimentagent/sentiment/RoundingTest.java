package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void tiesOfTheBinaryValueGoToEven() {
        assertThat(Rounding.toThree(0.0625)).isEqualTo(0.062);
        assertThat(Rounding.toThree(0.1875)).isEqualTo(0.188);
        // 0.00015 is a little less in binary, 0.00025 a little more.
        assertThat(Rounding.toFour(0.00015)).isEqualTo(0.0001);
        assertThat(Rounding.toFour(0.00025)).isEqualTo(0.0003);
        assertThat(Rounding.toFour(0.03125)).isEqualTo(0.0312);
    }

    @Test
    void zeroHasNoSign() {
        assertThat(Double.doubleToRawLongBits(Rounding.toFour(-0.00001))).isZero();
    }

    @Test
    void agreesWithExactDecimalArithmetic() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            double any = random.nextDouble() * 2 - 1;
            double nearTie = (random.nextInt(20_000) - 10_000 + 0.5) / 10_000;
            assertThat(Rounding.toFour(any)).isEqualTo(exact(any, 4));
            assertThat(Rounding.toFour(nearTie)).isEqualTo(exact(nearTie, 4));
            assertThat(Rounding.toThree(nearTie)).isEqualTo(exact(nearTie, 3));
        }
    }

    private static double exact(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }
}
