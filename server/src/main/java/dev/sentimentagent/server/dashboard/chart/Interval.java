package dev.sentimentagent.server.dashboard.chart;

import dev.sentimentagent.server.figures.Mean;
import java.util.Collection;
import java.util.List;

/**
 * A mean as a dot on a line that is its 95 % interval.
 *
 * @param zero x of the neutral score
 */
public record Interval(double low, double high, double at, double zero) {
    public static final int WIDTH = 144;
    public static final int HEIGHT = 16;
    private static final double PAD = 5;

    /** One scale for all rows of a table. */
    public static final class Axis {
        private final Scale scale;

        private Axis(Scale scale) {
            this.scale = scale;
        }

        /** One on which all that are not too few fit, with the neutral score; the widest intervals are cut, lest all others are dots. */
        public static Axis of(Collection<Mean> means) {
            List<Mean> told = means.stream().filter(mean -> !mean.tooFew()).toList();
            double[] halves = told.stream().mapToDouble(Axis::half).sorted().toArray();
            double widest = halves.length == 0 ? 0 : 2 * halves[halves.length / 2];
            double low = told.stream().mapToDouble(mean -> mean.value() - Math.min(widest, half(mean))).min().orElse(-0.1);
            double high = told.stream().mapToDouble(mean -> mean.value() + Math.min(widest, half(mean))).max().orElse(0.1);
            return new Axis(new Scale(Math.min(low, -0.05), Math.max(high, 0.05), PAD, WIDTH - PAD));
        }

        private static double half(Mean mean) {
            return (mean.high() - mean.low()) / 2;
        }

        public Interval of(Mean mean) {
            return new Interval(scale.at(mean.low()), scale.at(mean.high()), scale.at(mean.value()), scale.at(0));
        }
    }
}
