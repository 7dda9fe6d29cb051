package dev.sentimentagent.sentiment.evaluation;

import dev.sentimentagent.model.Sentiment;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How far a figure of a sample would differ in another sample of the same size: the percentile bootstrap of Efron (1979). The same
 * sample gives the same interval.
 */
public final class Bootstrap {
    private static final int SAMPLES = 1000;
    private static final long SEED = 20261124;
    private static final double TAIL = 0.025;

    private Bootstrap() {}

    /** Where the middle 95 % of the figures of resampled texts lie. */
    public record Interval(double low, double high) {}

    public static Interval of(Confusion confusion, ToDoubleFunction<Confusion> figure) {
        int total = Math.toIntExact(confusion.total());
        Sentiment[] gold = new Sentiment[total];
        Sentiment[] given = new Sentiment[total];
        int size = 0;
        for (Sentiment g : Sentiment.values()) {
            for (Sentiment s : Sentiment.values()) {
                int count = (int) confusion.count(g, s);
                Arrays.fill(gold, size, size + count, g);
                Arrays.fill(given, size, size + count, s);
                size += count;
            }
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] figures = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            Confusion resampled = new Confusion();
            for (int j = 0; j < total; j++) {
                int drawn = random.nextInt(total);
                resampled.add(gold[drawn], given[drawn]);
            }
            figures[i] = figure.applyAsDouble(resampled);
        }
        Arrays.sort(figures);
        return new Interval(figures[(int) (TAIL * SAMPLES)], figures[(int) ((1 - TAIL) * SAMPLES) - 1]);
    }
}
