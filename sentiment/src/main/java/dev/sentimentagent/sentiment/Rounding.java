package dev.sentimentagent.sentiment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rounds as Python's {@code round} does: to the nearest decimal of the binary number's exact value, ties to even. */
final class Rounding {
    private static final double TIE = 0.5;
    /** Far above the error of the scaling, far below what two decimals of interest can differ by. */
    private static final double NEAR = 1e-9;

    private Rounding() {}

    /** @param value −1 to 1 */
    static double toThree(double value) {
        return round(value, 3, 1_000);
    }

    /** @param value −1 to 1 */
    static double toFour(double value) {
        return round(value, 4, 10_000);
    }

    private static double round(double value, int decimals, int scale) {
        double scaled = value * scale;
        double fromFloor = scaled - Math.floor(scaled);
        if (Math.abs(fromFloor - TIE) > NEAR) {
            // The quotient of two whole numbers is the double nearest to that decimal. Adding 0 makes 0 of −0.
            return Math.rint(scaled) / scale + 0.0;
        }
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }
}
