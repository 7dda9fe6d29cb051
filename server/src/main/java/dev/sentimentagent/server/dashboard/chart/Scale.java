package dev.sentimentagent.server.dashboard.chart;

import dev.sentimentagent.model.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Maps values to coordinates, in straight proportion; what lies beyond is drawn at the edge. */
record Scale(double low, double high, double from, double to) {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** A scale of the seconds of a span of time. */
    static Scale of(Window window, double from, double to) {
        return new Scale((double) window.start().getEpochSecond(), (double) window.end().getEpochSecond(), from, to);
    }

    double at(Instant instant) {
        return at((double) instant.getEpochSecond());
    }

    double at(double value) {
        double clamped = Math.max(low, Math.min(high, value));
        return round(high == low ? from : from + (clamped - low) / (high - low) * (to - from));
    }

    /** The same for a count, or for a second since 1970: both are exact. */
    double at(long value) {
        return at((double) value);
    }

    /** Round values within the scale, at most so many of them. */
    List<Double> ticks(int atMost) {
        double rough = (high - low) / Math.max(1, atMost);
        if (!(rough > 0)) {
            return List.of(low);
        }
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (double candidate : STEPS) {
            if (candidate * power >= rough) {
                step = candidate * power;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** To a tenth of a pixel. */
    static double round(double coordinate) {
        return Math.round(coordinate * 10) / 10.0;
    }

    /** A coordinate as text, as short as can be. */
    static String text(double coordinate) {
        double rounded = round(coordinate);
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : String.format(Locale.ROOT, "%.1f", rounded);
    }
}
