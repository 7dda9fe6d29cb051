package dev.sentimentagent.server.dashboard.chart;

import dev.sentimentagent.server.figures.Step;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A mean over time, as small as a word.
 *
 * @param zero y of the neutral score
 */
public record Sparkline(String path, double zero, double endX, double endY, boolean empty) {
    public static final int WIDTH = 96;
    public static final int HEIGHT = 24;
    private static final double PAD = 3;

    /** @param reach scores from −reach to reach fit, so that lines of one table can be compared */
    public static Sparkline of(List<Step> steps, double reach) {
        double width = (WIDTH - 2 * PAD) / Math.max(1, steps.size() - 1);
        double[] x = IntStream.range(0, steps.size()).mapToDouble(i -> Scale.round(PAD + i * width)).toArray();
        Scale y = new Scale(-reach, reach, HEIGHT - PAD, PAD);
        Line line = Line.of(steps, x, y, "");
        return new Sparkline(line.path() + line.edges(), y.at(0), line.endX(), line.endY(), line.path().isEmpty());
    }
}
