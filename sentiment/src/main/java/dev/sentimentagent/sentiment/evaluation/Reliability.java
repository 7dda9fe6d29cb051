package dev.sentimentagent.sentiment.evaluation;

/** How far confidence can be believed: texts by confidence, in tenths, with the share that was right of each. Not thread-safe. */
public final class Reliability {
    public static final int BINS = 10;

    private final long[] texts = new long[BINS];
    private final long[] right = new long[BINS];
    private final double[] confidence = new double[BINS];
    private long total;

    /** @param given 0 to 1 */
    public void add(double given, boolean isRight) {
        int bin = Math.clamp((int) (given * BINS), 0, BINS - 1);
        texts[bin]++;
        right[bin] += isRight ? 1 : 0;
        confidence[bin] += given;
        total++;
    }

    public long texts(int bin) {
        return texts[bin];
    }

    /** Mean confidence of a bin; NaN of an empty one. */
    public double meanConfidence(int bin) {
        return confidence[bin] / texts[bin];
    }

    /** Share of a bin that was right; NaN of an empty one. */
    public double accuracy(int bin) {
        return (double) right[bin] / texts[bin];
    }

    /** Expected calibration error: mean distance of confidence and accuracy over the bins, by their texts. */
    public double error() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(confidence[bin] - right[bin]);
        }
        return sum / total;
    }
}
