package dev.sentimentagent.server.dashboard.chart;

import dev.sentimentagent.server.figures.Mean;
import java.util.Collection;
import java.util.List;

/**
 * A mean as a dot on a line that is its 95 % interval. What lies beyond the axis is at its edge.
 *
 * @param zero x of the neutral score
 * @param beyond whether the mean itself does: −1 to the left of the axis, 1 to the right, 0 if it lies on it
 */
public record Interval(double low, double high, double at, double zero, int beyond) {
    public static final int WIDTH = 144;
    public static final int HEIGHT = 16;
    private static final double PAD = 5;

    /** One scale for all rows of a table. */
    public static final class Axis {
        private final Scale scale;

        private Axis(Scale scale) {
            this.scale = scale;
        }

        /**
         * One on which the neutral score fits, and of those that are not too few all whose interval is not more than twice as wide as that of
         * the surer third: tools that are named now and then must not make dots of all others.
         */
        public static Axis of(Collection<Mean> means) {
            List<Mean> told = means.stream().filter(mean -> !mean.tooFew()).toList();
            double[] widths = told.stream().mapToDouble(Axis::width).sorted().toArray();
            double widest = widths.length == 0 ? 0 : 2 * widths[(widths.length - 1) / 3];
            List<Mean> sure = told.stream().filter(mean -> width(mean) <= widest + 1e-9).toList();
            double low = sure.stream().mapToDouble(Mean::low).min().orElse(-0.1);
            double high = sure.stream().mapToDouble(Mean::high).max().orElse(0.1);
            return new Axis(new Scale(Math.min(low, -0.05), Math.max(high, 0.05), PAD, WIDTH - PAD));
        }

        private static double width(Mean mean) {
            return mean.high() - mean.low();
        }

        public Interval of(Mean mean) {
            int beyond = mean.value() < scale.low() ? -1 : mean.value() > scale.high() ? 1 : 0;
            return new Interval(scale.at(mean.low()), scale.at(mean.high()), scale.at(mean.value()), scale.at(0), beyond);
        }
    }
}
