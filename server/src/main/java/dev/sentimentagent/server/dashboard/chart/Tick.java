package dev.sentimentagent.server.dashboard.chart;

/**
 * A label on an axis.
 *
 * @param at coordinate along it
 * @param time what it stands for, in ISO 8601, where script may write it in the reader's zone; else empty
 */
public record Tick(double at, String label, String time) {
    static Tick of(double at, String label) {
        return new Tick(at, label, "");
    }
}
