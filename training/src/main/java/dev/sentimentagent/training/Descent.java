package dev.sentimentagent.training;

/** Adam (Kingma and Ba, 2015) from a given start, with smaller steps at the end. Not thread-safe. */
final class Descent {
    private static final double RATE = 0.05;
    private static final double LAST_RATE = 0.015;
    private static final double MOMENTUM = 0.9;
    private static final double SQUARES = 0.99;

    private final double[] values;
    private final double[] means;
    private final double[] squares;
    private final int steps;
    private int taken;

    /** @param steps how many will be taken */
    Descent(int size, int steps) {
        this.values = new double[size];
        this.means = new double[size];
        this.squares = new double[size];
        this.steps = steps;
    }

    /** Where it is; may be set before the first step. */
    double[] values() {
        return values;
    }

    void step(double[] gradient) {
        taken++;
        double rate = 3 * taken < 2 * steps ? RATE : LAST_RATE;
        for (int i = 0; i < values.length; i++) {
            means[i] = MOMENTUM * means[i] + (1 - MOMENTUM) * gradient[i];
            squares[i] = SQUARES * squares[i] + (1 - SQUARES) * gradient[i] * gradient[i];
            double mean = means[i] / (1 - Math.pow(MOMENTUM, taken));
            double square = squares[i] / (1 - Math.pow(SQUARES, taken));
            values[i] -= rate * mean / (Math.sqrt(square) + 1e-8);
        }
    }
}
