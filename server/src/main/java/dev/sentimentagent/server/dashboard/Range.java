package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Window;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span of time that a reader has chosen.
 *
 * @param key of a span that ends now, such as {@code 7d}; empty for one from–to
 * @param label in words, such as "last 7 days"
 */
record Range(String key, String label, Window window) {
    static final String DEFAULT = "7d";
    private static final Duration MAX = Duration.ofDays(90);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** A span that ends now. */
    record Preset(String key, String shortName, String label, Duration length) {}

    static final List<Preset> PRESETS = List.of(
            new Preset("24h", "24 h", "the last 24 hours", Duration.ofHours(24)),
            new Preset("7d", "7 days", "the last 7 days", Duration.ofDays(7)),
            new Preset("30d", "30 days", "the last 30 days", Duration.ofDays(30)),
            new Preset("90d", "90 days", "the last 90 days", Duration.ofDays(90)));

    /** @throws PageException if they make no span */
    static Range of(Map<String, String> parameters, Instant now) {
        String from = parameters.getOrDefault("from", "").strip();
        String to = parameters.getOrDefault("to", "").strip();
        if (!from.isEmpty() || !to.isEmpty()) {
            return between(from, to, now);
        }
        String key = parameters.getOrDefault("range", DEFAULT).strip();
        return PRESETS.stream()
                .filter(preset -> preset.key.equals(key.isEmpty() ? DEFAULT : key))
                .map(preset -> new Range(preset.key, preset.label, Window.ending(now, preset.length)))
                .findFirst()
                .orElseThrow(() -> PageException.invalid("The range must be 24h, 7d, 30d or 90d, or a first and a last day."));
    }

    private static Range between(String from, String to, Instant now) {
        Instant start = from.isEmpty() ? null : time(from, false);
        Instant end = to.isEmpty() ? now : time(to, true);
        if (start == null) {
            start = end.minus(Duration.ofDays(7));
        }
        if (!start.isBefore(end)) {
            throw PageException.invalid("The first day must not come after the last one.");
        }
        if (Duration.between(start, end).compareTo(MAX) > 0) {
            throw PageException.invalid("A range can span 90 days at most.");
        }
        return of(new Window(start, end));
    }

    /** A span from–to. */
    static Range of(Window window) {
        Instant start = window.start();
        Instant end = window.end();
        boolean days = isDay(start) && isDay(end);
        String label = days
                ? DAY.format(start) + " to " + DAY.format(end.minusSeconds(1))
                : TIME.format(start) + " to " + TIME.format(end) + " UTC";
        return new Range("", label, window);
    }

    private static boolean isDay(Instant instant) {
        return instant.getEpochSecond() % 86_400 == 0;
    }

    /** A day that ends a span belongs to it. */
    private static Instant time(String text, boolean end) {
        try {
            Instant time = text.length() > 10
                    ? DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC).parse(text, Instant::from)
                    : LocalDate.parse(text).plusDays(end ? 1 : 0).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
                throw new DateTimeException("beyond what is meant");
            }
            return time;
        } catch (DateTimeException _) {
            throw PageException.invalid("A day is written like 2026-01-31.");
        }
    }

    /** First day, for the field of a form. */
    String firstDay() {
        return LocalDate.ofInstant(window.start(), ZoneOffset.UTC).toString();
    }

    /** Last day, for the field of a form. */
    String lastDay() {
        return LocalDate.ofInstant(window.end().minusMillis(1), ZoneOffset.UTC).toString();
    }

    /** As parameters of an address; none for the default. */
    Map<String, @Nullable String> parameters() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        if (key.isEmpty()) {
            parameters.put("from", isDay(window.start()) ? firstDay() : window.start().toString());
            parameters.put("to", isDay(window.end()) ? lastDay() : window.end().toString());
        } else if (!key.equals(DEFAULT)) {
            parameters.put("range", key);
        }
        return parameters;
    }
}
