package dev.sentimentagent.server.dashboard.chart;

import dev.sentimentagent.server.figures.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A mean over time with its band.
 *
 * @param path of the line, broken where nothing is known and where a step does not compare with the one before it
 * @param edges of it, to and from the steps that the window cuts
 * @param band outline of the 95 % interval
 * @param dots steps that stand alone between unknown ones: {@code x,y}
 * @param endX where its label stands
 * @param label text beside its end; empty for none
 */
public record Line(String path, String edges, String band, List<double[]> dots, double endX, double endY, String label) {
    /** @param x coordinate of the middle of each step */
    static Line of(List<Step> steps, double[] x, Scale y, String label) {
        StringBuilder path = new StringBuilder();
        StringBuilder edges = new StringBuilder();
        StringBuilder band = new StringBuilder();
        List<double[]> dots = new ArrayList<>();
        double endX = 0;
        double endY = y.at(0);
        Duration whole = Step.whole(steps);
        int i = Step.enough(steps) ? 0 : steps.size();
        while (i < steps.size()) {
            int start = i;
            while (i < steps.size() && steps.get(i).shown(whole) && (i == start || !steps.get(i).apart())) {
                i++;
            }
            if (i - start == 1) {
                dots.add(new double[]{x[start], y.at(steps.get(start).mean().value())});
            }
            boolean drawing = false;
            for (int j = start; j < i; j++) {
                boolean partial = steps.get(j).partial();
                if (j > start && (partial || steps.get(j - 1).partial())) {
                    point(edges, true, x[j - 1], y.at(steps.get(j - 1).mean().value()));
                    point(edges, false, x[j], y.at(steps.get(j).mean().value()));
                }
                if (!partial) {
                    point(path, !drawing, x[j], y.at(steps.get(j).mean().value()));
                }
                drawing = !partial;
            }
            outline(band, steps.subList(start, i), Arrays.copyOfRange(x, start, i), y);
            if (i > start) {
                endX = x[i - 1];
                endY = y.at(steps.get(i - 1).mean().value());
            } else {
                i++;
            }
        }
        return new Line(path.toString(), edges.toString(), band.toString(), dots, endX, endY, endX > 0 ? label : "");
    }

    /** Around the intervals of whole steps; those of others are wide, and say least. */
    private static void outline(StringBuilder band, List<Step> run, double[] x, Scale y) {
        int from = !run.isEmpty() && run.getFirst().partial() ? 1 : 0;
        int to = run.size() > from && run.getLast().partial() ? run.size() - 1 : run.size();
        for (int i = from; i < to; i++) {
            point(band, i == from, x[i], y.at(run.get(i).mean().high()));
        }
        for (int i = to - 1; i >= from; i--) {
            point(band, false, x[i], y.at(run.get(i).mean().low()));
        }
        band.append(to > from ? "Z" : "");
    }

    private static void point(StringBuilder path, boolean first, double x, double y) {
        path.append(first ? 'M' : 'L').append(Scale.text(x)).append(' ').append(Scale.text(y));
    }
}
