package dev.sentimentagent.server.dashboard.chart;

import dev.sentimentagent.server.figures.Step;
import java.util.List;

/**
 * A mean over time with its band.
 *
 * @param path of the line, broken where nothing is known
 * @param band outline of the 95 % interval
 * @param dots steps that stand alone between unknown ones: {@code x,y}
 * @param endX where its label stands
 * @param label text beside its end; empty for none
 */
public record Line(String path, String band, List<double[]> dots, double endX, double endY, String label) {
    /** @param x coordinate of the middle of each step */
    static Line of(List<Step> steps, double[] x, Scale y, String label) {
        StringBuilder path = new StringBuilder();
        StringBuilder band = new StringBuilder();
        List<double[]> dots = new java.util.ArrayList<>();
        double endX = 0;
        double endY = y.at(0);
        int i = 0;
        while (i < steps.size()) {
            int start = i;
            while (i < steps.size() && steps.get(i).tally().total() > 0) {
                i++;
            }
            if (i - start == 1) {
                dots.add(new double[]{x[start], y.at(steps.get(start).mean().value())});
            }
            for (int j = start; j < i; j++) {
                point(path, j == start, x[j], y.at(steps.get(j).mean().value()));
                point(band, j == start, x[j], y.at(steps.get(j).mean().high()));
            }
            for (int j = i - 1; j >= start; j--) {
                point(band, false, x[j], y.at(steps.get(j).mean().low()));
            }
            if (i > start) {
                band.append('Z');
                endX = x[i - 1];
                endY = y.at(steps.get(i - 1).mean().value());
            }
            i++;
        }
        return new Line(path.toString(), band.toString(), dots, endX, endY, label);
    }

    private static void point(StringBuilder path, boolean first, double x, double y) {
        path.append(first ? 'M' : 'L').append(Scale.text(x)).append(' ').append(Scale.text(y));
    }
}
