package dev.sentimentagent.server.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One poll as one line in columns, the same on a terminal and in a file. */
final class PollLine {
    private static final String COLUMNS = "%-20s  %-11s  %9s  %8s  %-20s  %6s  %s";
    private static final String UNKNOWN = "-";

    static final String HEADER = String.format(
            COLUMNS,
            "time",
            "status",
            "freshness",
            "rss",
            "last collection",
            "failed",
            "reasons");

    private PollLine() {}

    static String of(Instant at, Observation seen, int failedInARow) {
        return String.format(
                COLUMNS,
                at.truncatedTo(ChronoUnit.SECONDS),
                seen.status().label(),
                figure("%.1f min", seen.freshnessMinutes()),
                figure("%.0f MB", seen.memoryMb()),
                lastCollection(seen.lastCollection()),
                failedInARow,
                seen.reason()).stripTrailing();
    }

    private static String figure(String format, @Nullable Double value) {
        return value == null ? UNKNOWN : String.format(Locale.ROOT, format, value);
    }

    /** Without the fraction of a second, if it is a time. */
    private static String lastCollection(@Nullable String text) {
        return text == null ? UNKNOWN : text.replaceFirst("\\.\\d+Z$", "Z");
    }
}
