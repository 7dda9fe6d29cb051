package dev.sentimentagent.server.figures;

import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of Student's t and of the normal distribution for 95 % intervals. */
final class Quantiles {
    /** Beyond this many degrees of freedom t is as good as normal. */
    private static final int LIMIT = 1000;
    private static final double TAIL = 0.025;
    static final double NORMAL = TDistribution.of(Double.POSITIVE_INFINITY).inverseSurvivalProbability(TAIL);
    private static final double[] STUDENT = new double[LIMIT + 1];

    private Quantiles() {}

    /** The value that |t| exceeds in 5 of 100 cases. */
    static double student(double degrees) {
        if (!(degrees < LIMIT)) {
            return NORMAL;
        }
        int whole = Math.max(1, (int) degrees);
        double known = STUDENT[whole];
        if (known == 0) {
            // Two threads may compute it at once: they come to the same.
            known = TDistribution.of(whole).inverseSurvivalProbability(TAIL);
            STUDENT[whole] = known;
        }
        return known;
    }

    /** How likely |t| is at least this large. */
    static double twoSided(double t, double degrees) {
        return Math.min(1, 2 * TDistribution.of(Math.max(1, degrees)).survivalProbability(Math.abs(t)));
    }
}
