package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.server.figures.Mean;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and times as people read them: a real minus, thin spaces in thousands, a unit once. */
final class Show {
    private static final char THIN = '\u202F';
    private static final char MINUS = '\u2212';
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Show() {}

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", Math.abs(value)).replace(',', THIN).transform(text -> value < 0 ? MINUS + text : text);
    }

    /** A share of 0 to 1 in whole percent; one that is neither nothing nor all is never shown as such. */
    static String percent(double share) {
        long rounded = Math.round(share * 100);
        if (rounded == 0 && share > 0) {
            return "<" + THIN + "1" + THIN + "%";
        }
        if (rounded == 100 && share < 1) {
            return ">" + THIN + "99" + THIN + "%";
        }
        return rounded + "" + THIN + "%";
    }

    /** With one decimal. */
    static String percent1(double share) {
        return share > 0 && share < 0.001 ? "<" + THIN + "0.1" + THIN + "%" : String.format(Locale.ROOT, "%.1f", share * 100) + THIN + "%";
    }

    /** A score with its sign, two decimals. */
    static String score(double value) {
        return signed(value, 2);
    }

    /** A bound of an interval: which side of zero it lies on must be seen. */
    static String bound(double value) {
        return signed(value, Math.abs(value) < 0.005 ? 3 : 2);
    }

    /** A part of a change of a score, three decimals. */
    static String score3(double value) {
        return signed(value, 3);
    }

    /** Difference of two shares in percentage points. */
    static String points(double difference) {
        return signed(difference * 100, 1);
    }

    static String relative(double change) {
        return signed(change * 100, Math.abs(change) < 0.1 ? 1 : 0) + THIN + "%";
    }

    /** Half the width of the interval. */
    static String plusMinus(Mean mean) {
        return "±" + String.format(Locale.ROOT, "%.2f", (mean.high() - mean.low()) / 2);
    }

    private static String signed(double value, int decimals) {
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
        boolean zero = digits.chars().allMatch(c -> c == '0' || c == '.');
        return (zero ? "" : value < 0 ? MINUS + "" : "+") + digits;
    }

    static String time(Instant instant) {
        return TIME.format(instant) + " UTC";
    }

    static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        return age.compareTo(Duration.ofMinutes(1)) < 0 ? "just now" : length(age) + " ago";
    }

    static String length(Duration length) {
        long minutes = Math.max(0, length.toMinutes());
        if (minutes < 1) {
            return length.toSeconds() + " s";
        }
        if (minutes < 120) {
            return minutes + " min";
        }
        return minutes < 2880 ? minutes / 60 + " h" : minutes / 1440 + " days";
    }

    /** Part of a whole, 0 of nothing. */
    static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /**
     * A text as one line of a picture, which no reader can widen.
     *
     * @param columns that it may take; ideographs take two
     */
    static String line(String text, int columns) {
        String plain = text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(Show::drawable)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        int taken = 0;
        for (int i = 0; i < plain.length(); i = plain.offsetByCodePoints(i, 1)) {
            taken += Character.isIdeographic(plain.codePointAt(i)) || Character.isEmojiPresentation(plain.codePointAt(i)) ? 2 : 1;
            if (taken > columns) {
                return plain.substring(0, i).strip() + "…";
            }
        }
        return plain;
    }

    /** Whether it may stand in XML, and turns nothing around. */
    private static boolean drawable(int c) {
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !turns && !Character.isISOControl(c) && c != 0xFFFE && c != 0xFFFF && Character.getType(c) != Character.SURROGATE;
    }

    static String plural(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }
}
