package dev.sentimentagent.training;

import dev.sentimentagent.sentiment.TalkModel;
import dev.sentimentagent.sentiment.TalkModel.Calibration;
import java.util.List;

/**
 * Fits the calibration to what models made of platforms that they had not seen. Each platform counts the same.
 *
 * <p>First the balance of the classes, by gradient descent on the cross entropy, where in each platform each class counts the same: how
 * many are positive on one platform says nothing of the next. Then one temperature for all, with the classes as frequent as they are, which
 * changes no class and makes the confidence fit.
 */
final class Calibrator {
    private static final int STEPS = 400;
    private static final double RATE = 1;

    private static final double COLDEST = 0.3;
    private static final double HOTTEST = 1.5;
    private static final double TEMPERATURE_STEP = 0.02;

    private Calibrator() {}

    static Calibration fit(List<Unseen> platforms) {
        Calibration calibration = Calibration.NONE;
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[1 + TalkModel.CLASSES.size()];
            for (Unseen platform : platforms) {
                addGradient(platform, calibration, gradient);
            }
            double rate = RATE / platforms.size();
            calibration = new Calibration(calibration.scale() - rate * gradient[0], calibration.negativeShift() - rate * gradient[1],
                    calibration.neutralShift() - rate * gradient[2], calibration.positiveShift() - rate * gradient[3]);
        }
        return cooled(calibration, platforms);
    }

    private static Calibration cooled(Calibration calibration, List<Unseen> platforms) {
        Calibration best = calibration;
        double least = Double.POSITIVE_INFINITY;
        for (double factor = COLDEST; factor <= HOTTEST; factor += TEMPERATURE_STEP) {
            Calibration tried = new Calibration(factor * calibration.scale(), factor * calibration.negativeShift(),
                    factor * calibration.neutralShift(), factor * calibration.positiveShift());
            double loss = platforms.stream().mapToDouble(platform -> loss(platform, tried)).sum();
            if (loss < least) {
                least = loss;
                best = tried;
            }
        }
        return best;
    }

    /** Mean cross entropy. */
    private static double loss(Unseen unseen, Calibration calibration) {
        List<Example> examples = unseen.platform().examples();
        double sum = 0;
        for (int i = 0; i < examples.size(); i++) {
            double[] probabilities = unseen.sums()[i].clone();
            calibration.apply(probabilities);
            sum -= Math.log(Math.max(1e-12, probabilities[examples.get(i).label()]));
        }
        return sum / examples.size();
    }

    private static void addGradient(Unseen unseen, Calibration calibration, double[] gradient) {
        List<Example> examples = unseen.platform().examples();
        int classes = TalkModel.CLASSES.size();
        double[] weights = new double[classes];
        for (Example example : examples) {
            weights[example.label()]++;
        }
        for (int c = 0; c < classes; c++) {
            weights[c] = 1 / (classes * weights[c]);
        }
        double[] probabilities = new double[classes];
        for (int i = 0; i < examples.size(); i++) {
            double[] sums = unseen.sums()[i];
            System.arraycopy(sums, 0, probabilities, 0, classes);
            calibration.apply(probabilities);
            int label = examples.get(i).label();
            for (int c = 0; c < classes; c++) {
                double error = weights[label] * (probabilities[c] - (c == label ? 1 : 0));
                gradient[0] += error * sums[c];
                gradient[1 + c] += error;
            }
        }
    }

    /**
     * A platform and what a model made of its texts that had not seen it.
     *
     * @param sums by text and class, before calibration
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Unseen(Platform platform, double[][] sums) {}
}
