package dev.sentimentagent.server.settings;

import dev.sentimentagent.model.time.TimeSource;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clock other than the machine's, for recorded or imported data: {@code START[@ANCHOR][*FACTOR]}, such as
 * {@code 2025-08-01T00:00:00Z*600}. It shows {@code START} when the machine's clock shows {@code ANCHOR} (without one: when the process
 * starts) and runs {@code FACTOR} times as fast (without one: as fast). Processes given the same anchor agree on the time.
 */
public record ClockSpec(Instant start, Instant anchor, double factor) {
    static final String EXPECTED = "START[@ANCHOR][*FACTOR] such as 2025-08-01T00:00:00Z*600";

    private static final double MAX_FACTOR = 1_000_000;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern FORM = Pattern.compile("([^@*]+)(?:@([^*]+))?(?:\\*(\\d+(?:\\.\\d+)?))?");

    public ClockSpec {
        if (!(factor > 0 && factor <= MAX_FACTOR)) {
            throw new IllegalArgumentException("a clock's factor must be positive, and at most " + MAX_FACTOR);
        }
        if (start.isBefore(Instant.EPOCH) || anchor.isBefore(Instant.EPOCH) || start.isAfter(LATEST) || anchor.isAfter(LATEST)) {
            throw new IllegalArgumentException("a clock shows times from 1970 to 2200");
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static ClockSpec parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("a clock is " + EXPECTED);
        }
        try {
            Instant anchor = parts.group(2) == null ? Instant.now() : Instant.parse(parts.group(2));
            double factor = parts.group(3) == null ? 1 : Double.parseDouble(parts.group(3));
            return new ClockSpec(Instant.parse(parts.group(1)), anchor, factor);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a clock is " + EXPECTED, e);
        }
    }

    public TimeSource open() {
        return TimeSource.scaled(start, anchor, factor);
    }

    /** The text form, anchor included, to hand to another process. */
    @Override
    public String toString() {
        return start + "@" + anchor + "*" + factor;
    }
}
