package dev.sentimentagent.server.monitor;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Durations as one types them: {@code 60}, {@code 60s}, {@code 1.5s}, {@code 5m}, {@code 1h30m}. */
public final class Durations {
    private static final Duration LONGEST = Duration.ofHours(24);

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException if it is none, not positive, or longer than 24 hours
     */
    public static Duration parse(String text) {
        try {
            // ISO 8601 without its "PT"; a bare number is seconds.
            Duration duration = Duration.parse("PT" + (text.matches("[0-9.]+") ? text + "S" : text));
            if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException _) {
            // The message below says all there is to say.
        }
        throw new IllegalArgumentException("a duration is such as 60, 60s, 5m or 1h30m, and at most 24h, not \"" + text + "\"");
    }

    static String show(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
