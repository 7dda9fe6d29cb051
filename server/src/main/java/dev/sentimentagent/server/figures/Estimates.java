package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Tally;

/** Shares, means and their changes with 95 % intervals. Formulas and sources: docs/figures.md. */
final class Estimates {
    private static final double LEVEL = 0.05;
    /** How much of one window may be collected for each part of the other, if their volumes are to be compared. */
    static final double COMPARABLE = 0.8;

    private Estimates() {}

    /** Wilson's score interval, for {@code of / designEffect} items. */
    static Share share(long count, long of, double designEffect) {
        return share(count, of, designEffect, Double.POSITIVE_INFINITY);
    }

    /**
     * Wilson's score interval, for {@code of / designEffect} items.
     *
     * @param degrees of freedom, with which t takes the place of the normal distribution
     */
    static Share share(long count, long of, double designEffect, double degrees) {
        if (of <= 0) {
            return new Share(0, 0, 0, 0, 1);
        }
        double share = (double) count / of;
        double n = of / designEffect;
        double z = Quantiles.student(degrees);
        double denominator = 1 + z * z / n;
        double centre = (share + z * z / (2 * n)) / denominator;
        double half = z / denominator * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        // At the ends the bound is the end itself, but for rounding.
        return new Share(count, of, share, count == 0 ? 0 : Math.max(0, centre - half), count == of ? 1 : Math.min(1, centre + half));
    }

    static Mean mean(Tally tally, Clustering clustering) {
        long n = tally.total();
        if (n <= 0) {
            return new Mean(0, 0, 0, -1, 1, 1, 0);
        }
        double mean = tally.averageCompound();
        if (n == 1) {
            return new Mean(mean, 1, 0, -1, 1, 1, 0);
        }
        double error = Math.sqrt(variance(tally) / n * clustering.mean());
        double degrees = clustering.degrees(clustering.mean(), n);
        double half = Quantiles.student(degrees) * error;
        return new Mean(mean, n, error, Math.max(-1, mean - half), Math.min(1, mean + half), clustering.mean(), degrees);
    }

    /** Of values that stand each for itself. */
    static Mean mean(long count, double sum, double sumOfSquares) {
        double mean = count == 0 ? 0 : sum / count;
        if (count < 2) {
            return new Mean(mean, count, 0, -1, 1, 1, 0);
        }
        double error = Math.sqrt(Math.max(0, sumOfSquares - sum * mean) / (count - 1) / count);
        double half = Quantiles.student(count - 1.0) * error;
        return new Mean(mean, count, error, Math.max(-1, mean - half), Math.min(1, mean + half), 1, count - 1);
    }

    /** Sample variance of the scores. */
    static double variance(Tally tally) {
        long n = tally.total();
        double squares = tally.squareSumE8() - (double) tally.compoundSumE4() * tally.compoundSumE4() / n;
        return Math.max(0, squares) / (n - 1) / ((double) Score.COMPOUND_UNITS * Score.COMPOUND_UNITS);
    }

    /** Welch's comparison of two means. */
    static Change change(Mean before, Mean after) {
        double difference = after.value() - before.value();
        double v1 = after.standardError() * after.standardError();
        double v0 = before.standardError() * before.standardError();
        double error = Math.sqrt(v1 + v0);
        double degrees = error == 0
                ? Double.POSITIVE_INFINITY
                : (v1 + v0) * (v1 + v0) / (v1 * v1 / after.degreesOfFreedom() + v0 * v0 / before.degreesOfFreedom());
        double half = Quantiles.student(degrees) * error;
        boolean few = before.tooFew() || after.tooFew();
        double pValue = few ? 1 : error > 0 ? Quantiles.twoSided(difference / error, degrees) : difference == 0 ? 1 : 0;
        double low = few ? Math.max(-2, difference - half) : difference - half;
        return new Change(before.value(), after.value(), difference, low, difference + half, pValue,
                verdict(few, pValue, difference));
    }

    /** Newcombe's hybrid score interval of the difference of two shares; the test is the score test. */
    static Change change(Share before, double designBefore, Share after, double designAfter) {
        double difference = after.value() - before.value();
        double low = difference - Math.hypot(after.value() - after.low(), before.high() - before.value());
        double high = difference + Math.hypot(after.high() - after.value(), before.value() - before.low());
        boolean few = before.of() < Mean.ENOUGH || after.of() < Mean.ENOUGH;
        double n1 = after.of() / designAfter;
        double n0 = before.of() / designBefore;
        double pooled = few ? 0 : (after.value() * n1 + before.value() * n0) / (n1 + n0);
        double error = few ? 0 : Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n0));
        double pValue = few || error == 0 ? 1 : Quantiles.twoSided(difference / error, Double.POSITIVE_INFINITY);
        Verdict verdict = few ? Verdict.TOO_FEW : low > 0 ? Verdict.RISE : high < 0 ? Verdict.FALL : Verdict.WITHIN_NOISE;
        return new Change(before.value(), after.value(), difference, low, high, pValue, verdict);
    }

    /**
     * Compares numbers of items, by the logarithm of their ratio. Threads come by chance, and each brings its items with it.
     *
     * @param collectedBefore share of the earlier window that was collected
     * @param collectedAfter the same of the later one
     */
    static VolumeChange volume(long before, double varianceBefore, double collectedBefore, long after, double varianceAfter,
            double collectedAfter) {
        double relative = before == 0 ? 0 : (double) after / before - 1;
        double error = Math.sqrt(varianceBefore / Math.max(before, 1) + varianceAfter / Math.max(after, 1));
        double ratio = Math.log((after + 0.5) / (before + 0.5));
        double low = Math.expm1(ratio - Quantiles.NORMAL * error);
        double high = Math.expm1(ratio + Quantiles.NORMAL * error);
        boolean comparable = Math.min(collectedBefore, collectedAfter) > COMPARABLE * Math.max(collectedBefore, collectedAfter);
        Verdict verdict = !comparable
                ? Verdict.NOT_COLLECTED
                : Math.max(before, after) < Mean.ENOUGH
                        ? Verdict.TOO_FEW
                        : low > 0 ? Verdict.RISE : high < 0 ? Verdict.FALL : Verdict.WITHIN_NOISE;
        return new VolumeChange(before, after, relative, low, high, verdict);
    }

    private static Verdict verdict(boolean few, double pValue, double difference) {
        if (few) {
            return Verdict.TOO_FEW;
        }
        if (pValue > LEVEL) {
            return Verdict.WITHIN_NOISE;
        }
        return difference > 0 ? Verdict.RISE : Verdict.FALL;
    }
}
