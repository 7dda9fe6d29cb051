package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Tally;

/** How exactly figures are answered. */
final class Rounding {
    private Rounding() {}

    /** Share of a count in a tally: 0 to 100, two decimals; 0 of nothing. */
    static double percent(long count, Tally tally) {
        return tally.total() == 0 ? 0 : round(100.0 * count / tally.total(), 2);
    }

    static double round(double value, int decimals) {
        double unit = Math.pow(10, decimals);
        return Math.round(value * unit) / unit;
    }
}
