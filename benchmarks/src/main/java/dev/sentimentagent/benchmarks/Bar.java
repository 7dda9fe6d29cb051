package dev.sentimentagent.benchmarks;

import java.util.Locale;

/** What is required of a figure, and whether it is met. */
record Bar(boolean met, String text) {
    static Bar atMost(double figure, double limit, String format) {
        return new Bar(figure <= limit, "≤ " + String.format(Locale.ROOT, format, limit));
    }

    static Bar atLeast(double figure, double limit, String format) {
        return new Bar(figure >= limit, "≥ " + String.format(Locale.ROOT, format, limit));
    }

    /** One that requires both. */
    Bar and(Bar other) {
        return new Bar(met && other.met, text + ", " + other.text);
    }

    @Override
    public String toString() {
        return (met ? "✓ " : "✗ ") + text;
    }
}
