package dev.sentimentagent.server.dashboard.chart;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.figures.Step;
import dev.sentimentagent.server.statistics.Granularity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Scores over time as lines with their bands, above the number of items as bars.
 *
 * @param bottom y of the lowest line of the scores
 * @param base y of the foot of the bars
 * @param left x where the plot begins
 * @param right x where it ends
 * @param unknown stretches of which nothing was collected
 * @param events where things happened, numbered in their order
 * @param centres x of the middle of each step, separated by spaces, for the script
 * @param volumeTop what the highest bar counts; empty without bars
 */
public record TimeChart(
        int width,
        int height,
        double left,
        double right,
        double top,
        double bottom,
        double barsTop,
        double base,
        List<Line> lines,
        List<Tick> scores,
        List<Tick> times,
        List<VolumeBar> bars,
        List<Span> unknown,
        List<Mark> events,
        String centres,
        String volumeTop) {
    private static final int WIDE = 1152;
    private static final int NARROW = 344;
    private static final double LEFT = 44;
    private static final double TOP = 20;
    private static final double AXIS = 28;
    private static final double LABEL = 16;
    /** Room for the name of a tool beside its line, however narrow the chart. */
    private static final double MOST_LABEL = 138;
    /** A time below the chart with room around it. */
    private static final double TIME_LABEL = 56;
    private static final double LEAST_SPAN = 0.2;

    /** Lines that share their steps. */
    public record Series(String label, List<Step> steps) {}

    /** Something that happened. */
    public interface Event {
        Instant at();

        /** What its mark looks like: {@code topic} is a circle, {@code release} a square, {@code method} a diamond. */
        String shape();
    }

    /** Where something happened, x, and by what it is told. */
    public record Mark(double at, String label, String shape) {}

    /** The chart for a wide screen. */
    public static TimeChart wide(List<Series> series, Window window, Granularity granularity, boolean volume,
            List<? extends Event> events) {
        return of(series, window, granularity, volume, WIDE, volume ? 344 : 304, 10, events);
    }

    /** The same for a phone. */
    public static TimeChart narrow(List<Series> series, Window window, Granularity granularity, boolean volume,
            List<? extends Event> events) {
        return of(series, window, granularity, volume, NARROW, volume ? 304 : 264, 4, events);
    }

    private static TimeChart of(List<Series> series, Window window, Granularity granularity, boolean volume, int width, int height,
            int ticks, List<? extends Event> events) {
        int longest = series.stream().mapToInt(one -> one.label.length()).max().orElse(0);
        double right = width - Math.max(16, Math.min(Math.max(width * 0.22, MOST_LABEL), 12 + 7.8 * longest));
        double base = height - AXIS;
        double barsTop = volume ? base - 72 : base;
        double bottom = volume ? barsTop - 32 : base;
        Scale x = Scale.of(window, LEFT, right);
        Scale y = scores(series, bottom);
        List<Step> first = series.getFirst().steps;
        double[] centres = first.stream().mapToDouble(step -> middle(step, x)).toArray();
        long most = roundUp(first.stream().mapToLong(step -> step.tally().total()).max().orElse(0));
        return new TimeChart(
                width,
                height,
                LEFT,
                right,
                TOP,
                bottom,
                barsTop,
                base,
                apart(series.stream().map(one -> Line.of(one.steps, centres, y, one.label)).toList()),
                y.ticks(6).stream().map(value -> Tick.of(y.at(value), label(value))).toList(),
                TimeTicks.of(window, granularity, x, (int) Math.min(ticks, (right - LEFT) / TIME_LABEL)),
                volume ? bars(first, x, new Scale(0, (double) Math.max(1, most), 0, base - barsTop), base) : List.of(),
                unknown(first, x),
                IntStream.range(0, events.size())
                        .mapToObj(i -> new Mark(x.at(events.get(i).at()), Integer.toString(i + 1), events.get(i).shape()))
                        .toList(),
                DoubleStream.of(centres).mapToObj(Scale::text).collect(Collectors.joining(" ")),
                volume && most > 0 ? String.format(Locale.ROOT, "%,d", most).replace(',', '\u202F') : "");
    }

    private static long roundUp(long value) {
        long power = (long) Math.pow(10, Math.max(0, Long.toString(value).length() - 2));
        return (value + power - 1) / power * power;
    }

    private static double middle(Step step, Scale x) {
        return Scale.round((x.at(step.window().start()) + x.at(step.window().end())) / 2);
    }

    /** From the lines and, of the bands, what does not squeeze them flat. */
    private static Scale scores(List<Series> series, double bottom) {
        List<Step> known = series.stream().filter(one -> Step.enough(one.steps))
                .flatMap(one -> one.steps.stream().filter(step -> step.shown(Step.whole(one.steps)))).toList();
        double low = known.stream().mapToDouble(step -> step.mean().value()).min().orElse(-0.2);
        double high = known.stream().mapToDouble(step -> step.mean().value()).max().orElse(0.2);
        double[] halves = known.stream().mapToDouble(step -> (step.mean().high() - step.mean().low()) / 2).sorted().toArray();
        double usual = halves.length == 0 ? 0 : Math.min(halves[halves.length / 2], Math.max(high - low, LEAST_SPAN));
        low -= usual;
        high += usual;
        double lacking = Math.max(0, LEAST_SPAN - (high - low)) / 2;
        return new Scale(Math.max(-1, low - lacking), Math.min(1, high + lacking), bottom, TOP);
    }

    private static String label(double value) {
        String digits = String.format(Locale.ROOT, Math.abs(value * 10 - Math.rint(value * 10)) < 1e-9 ? "%.1f" : "%.2f", Math.abs(value));
        return Math.abs(value) < 1e-9 ? "0" : (value < 0 ? "\u2212" : "+") + digits;
    }

    private static List<VolumeBar> bars(List<Step> steps, Scale x, Scale heights, double base) {
        List<VolumeBar> bars = new ArrayList<>();
        for (Step step : steps) {
            Tally tally = step.tally();
            if (tally.total() > 0) {
                double start = x.at(step.window().start());
                double full = x.at(step.window().end()) - start;
                double gap = Math.min(2, full / 4);
                double negative = heights.at((double) tally.negative());
                double neutral = heights.at((double) tally.neutral());
                double positive = heights.at((double) tally.positive());
                bars.add(new VolumeBar(Scale.round(start + gap / 2), Scale.round(full - gap),
                        Scale.round(base - negative - neutral - positive), positive, Scale.round(base - negative - neutral), neutral,
                        Scale.round(base - negative), negative, step.partial()));
            }
        }
        return bars;
    }

    private static List<Span> unknown(List<Step> steps, Scale x) {
        List<Span> spans = new ArrayList<>();
        int i = 0;
        while (i < steps.size()) {
            int start = i;
            while (i < steps.size() && !steps.get(i).collected()) {
                i++;
            }
            if (i > start) {
                double from = x.at(steps.get(start).window().start());
                spans.add(new Span(from, Scale.round(x.at(steps.get(i - 1).window().end()) - from)));
            }
            i++;
        }
        return spans;
    }

    /** Labels at the ends of lines must not lie over each other. */
    private static List<Line> apart(List<Line> lines) {
        List<Line> apart = new ArrayList<>(lines);
        double free = 0;
        for (int i : IntStream.range(0, lines.size()).boxed().sorted(Comparator.comparingDouble(at -> lines.get(at).endY())).toList()) {
            Line line = lines.get(i);
            double y = Math.max(line.endY(), free);
            free = y + LABEL;
            apart.set(i, new Line(line.path(), line.edges(), line.band(), line.dots(), line.endX(), y, line.label()));
        }
        return apart;
    }
}
