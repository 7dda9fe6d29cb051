package dev.sentimentagent.training;

import dev.sentimentagent.sentiment.TalkFeatures;
import dev.sentimentagent.sentiment.TalkModel;
import dev.sentimentagent.sentiment.TalkModel.Calibration;
import java.util.List;

/**
 * Fits to what models made of platforms that they had not seen: how each figure of a text counts beyond what the other platforms said of it, the
 * balance of the classes, and how sure to be. Each platform counts the same.
 *
 * <p>First by descent on a loss of two parts. One is the cross entropy, where in each platform each class counts the same: how many are positive on one
 * platform says nothing of the next. The other is the square of what a platform's share of positives is off: so of all ways to be right about
 * single texts that one is taken which does not praise one platform and blame another. Then one temperature for all, with the classes as
 * frequent as they are, which changes no class and makes the confidence fit. No chance is in it: the same texts give the same numbers.
 */
final class Calibrator {
    /** Of the square of a share's error beside the cross entropy; between 5 and 20 the table of platforms left out hardly changes. */
    private static final double SHARE_WEIGHT = 10;
    /** Shares are of classes, not of probabilities: the sums are made so much steeper that most texts are nearly of one class. */
    private static final double STEEPNESS = 3;
    private static final double PENALTY = 0.001;
    private static final int TEXTS = 2500;
    private static final int STEPS = 200;
    private static final int POSITIVE = 2;

    private static final double COLDEST = 0.3;
    private static final double HOTTEST = 1.5;
    private static final double TEMPERATURE_STEP = 0.02;

    private static final int CLASSES = TalkModel.CLASSES.size();
    /** Of one class: a weight for each figure, and the shift. */
    private static final int ROW = TalkFeatures.FIGURES + 1;

    private Calibrator() {}

    /**
     * What was found.
     *
     * @param corrections by class and figure, what is to be added to the weights of a model
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Fit(Calibration calibration, double[][] corrections) {
        /** The probabilities of a text. */
        double[] probabilities(double[] sums, Example example) {
            double[] probabilities = sums.clone();
            for (int c = 0; c < CLASSES; c++) {
                for (int i = 0; i < TalkFeatures.FIGURES; i++) {
                    probabilities[c] += corrections[c][i] * example.figures()[i];
                }
            }
            calibration.apply(probabilities);
            return probabilities;
        }

        private Fit scaled(double factor) {
            return new Fit(new Calibration(factor * calibration.scale(), factor * calibration.negativeShift(),
                    factor * calibration.neutralShift(), factor * calibration.positiveShift()), corrections);
        }
    }

    static Fit fit(List<Unseen> platforms) {
        List<Unseen> some = platforms.stream().map(platform -> platform.some(TEXTS)).toList();
        // The scale of the sums, then a row for each class.
        Descent descent = new Descent(1 + CLASSES * ROW, STEPS);
        descent.values()[0] = 1;
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[1 + CLASSES * ROW];
            some.forEach(platform -> addGradient(platform, descent.values(), gradient));
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] /= some.size();
                boolean weight = i > 0 && (i - 1) % ROW < TalkFeatures.FIGURES;
                gradient[i] += weight ? PENALTY * descent.values()[i] : 0;
            }
            descent.step(gradient);
        }
        return cooled(of(descent.values()), platforms);
    }

    private static Fit of(double[] values) {
        double scale = values[0];
        double[][] corrections = new double[CLASSES][TalkFeatures.FIGURES];
        double[] shifts = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            for (int i = 0; i < TalkFeatures.FIGURES; i++) {
                corrections[c][i] = values[1 + c * ROW + i] / scale;
            }
            shifts[c] = values[1 + c * ROW + TalkFeatures.FIGURES];
        }
        return new Fit(new Calibration(scale, shifts[0], shifts[1], shifts[2]), corrections);
    }

    private static Fit cooled(Fit fit, List<Unseen> platforms) {
        Fit best = fit;
        double least = Double.POSITIVE_INFINITY;
        for (double factor = COLDEST; factor <= HOTTEST; factor += TEMPERATURE_STEP) {
            Fit tried = fit.scaled(factor);
            double loss = platforms.stream().mapToDouble(platform -> loss(platform, tried)).sum();
            if (loss < least) {
                least = loss;
                best = tried;
            }
        }
        return best;
    }

    /** Mean cross entropy. */
    private static double loss(Unseen unseen, Fit fit) {
        double sum = 0;
        for (int i = 0; i < unseen.examples().size(); i++) {
            Example example = unseen.examples().get(i);
            sum -= Math.log(Math.max(1e-12, fit.probabilities(unseen.sums().get(i), example)[example.label()]));
        }
        return sum / unseen.examples().size();
    }

    private static void addGradient(Unseen unseen, double[] values, double[] gradient) {
        int texts = unseen.examples().size();
        double[] weights = new double[CLASSES];
        unseen.examples().forEach(example -> weights[example.label()]++);
        double[][] logits = new double[texts][];
        double[][] steep = new double[texts][CLASSES];
        double excess = -weights[POSITIVE] / texts;
        for (int i = 0; i < texts; i++) {
            logits[i] = logits(unseen.sums().get(i), unseen.examples().get(i), values);
            for (int c = 0; c < CLASSES; c++) {
                steep[i][c] = STEEPNESS * logits[i][c];
            }
            softmax(steep[i]);
            softmax(logits[i]);
            excess += steep[i][POSITIVE] / texts;
        }
        for (int i = 0; i < texts; i++) {
            Example example = unseen.examples().get(i);
            for (int c = 0; c < CLASSES; c++) {
                double error = (logits[i][c] - (c == example.label() ? 1 : 0)) / (CLASSES * weights[example.label()]);
                double ofShare = steep[i][POSITIVE] * ((c == POSITIVE ? 1 : 0) - steep[i][c]);
                error += SHARE_WEIGHT * 2 * excess * STEEPNESS * ofShare / texts;
                gradient[0] += error * unseen.sums().get(i)[c];
                int row = 1 + c * ROW;
                for (int f = 0; f < TalkFeatures.FIGURES; f++) {
                    gradient[row + f] += error * example.figures()[f];
                }
                gradient[row + TalkFeatures.FIGURES] += error;
            }
        }
    }

    private static double[] logits(double[] sums, Example example, double[] values) {
        double[] logits = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            int row = 1 + c * ROW;
            logits[c] = values[0] * sums[c] + values[row + TalkFeatures.FIGURES];
            for (int f = 0; f < TalkFeatures.FIGURES; f++) {
                logits[c] += values[row + f] * example.figures()[f];
            }
        }
        return logits;
    }

    private static void softmax(double[] values) {
        double most = Math.max(values[0], Math.max(values[1], values[2]));
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            values[c] = Math.exp(values[c] - most);
            sum += values[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            values[c] /= sum;
        }
    }

    /**
     * A platform's texts and what a model made of them that had not seen it.
     *
     * @param sums by text and class, before calibration
     */
    record Unseen(Platform platform, List<Example> examples, List<double[]> sums) {
        Unseen some(int most) {
            return new Unseen(platform, Sampling.evenly(examples, most), Sampling.evenly(sums, most));
        }
    }
}
