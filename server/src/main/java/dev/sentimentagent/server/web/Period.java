package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.web.endpoint.Parameter;
import io.helidon.http.Status;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A span of time as requests name it: so many hours back from now, or from one date to another. A day stands for its beginning as a start,
 * and for its last second as an end.
 *
 * @param window what is counted
 * @param start as it is told to the client
 * @param end as it is told to the client; the last second that is counted, where a day was given
 */
record Period(Window window, Instant start, Instant end) {
    private static final int DEFAULT_HOURS = 24;
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final String FORM = "YYYY-MM-DD or an ISO 8601 time";
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ZONED = Pattern.compile(".*(?:[zZ]|[+-][0-9]{2}(?::?[0-9]{2})?)");
    /** A plus sign that the client did not encode comes as a space. */
    private static final Pattern LOST_PLUS = Pattern.compile("(?<=[0-9]) (?=[0-9]{2}:[0-9]{2}$)");

    static final Parameter<Optional<Integer>> HOURS = Parameter.integer("hours", 1, Parameters.MAX_HOURS,
            "How many hours the window reaches back from now, 24 if no dates are given either; wins over dates").optional();
    static final Parameter<Optional<String>> START_DATE = date("start_date", "Begin of the window");
    static final Parameter<Optional<String>> END_DATE = date("end_date", "End of the window, at most 90 days later; a day belongs to it");

    static Parameter<Optional<String>> date(String name, String description) {
        // A date that cannot be one gets 400, as it has always done.
        return Parameter.text(name, _ -> true, FORM, description + ": " + FORM).optional();
    }

    static Period back(Instant now, int hours) {
        Window window = Window.ending(now, Duration.ofHours(hours));
        return new Period(window, window.start(), now);
    }

    /** By {@link #HOURS}, {@link #START_DATE} and {@link #END_DATE}. */
    static Period ofHoursOrDates(Query query, Instant now) {
        Optional<Integer> hours = query.get(HOURS);
        boolean dates = query.get(START_DATE).isPresent() || query.get(END_DATE).isPresent();
        return hours.isEmpty() && dates ? ofDates(query) : back(now, hours.orElse(DEFAULT_HOURS));
    }

    /** By {@link #START_DATE} and {@link #END_DATE}. */
    static Period ofDates(Query query) {
        Bound start = new Bound("start_date", needed(query, START_DATE));
        Bound end = new Bound("end_date", needed(query, END_DATE));
        if (start.begin().isAfter(end.begin())) {
            throw bad("start_date must not be after end_date");
        }
        if (Duration.between(start.begin(), end.begin()).compareTo(LONGEST) > 0) {
            throw bad("from start_date to end_date must be 90 days at most");
        }
        return new Period(new Window(start.begin(), end.end()), start.begin(), end.isDay() ? end.end().minusSeconds(1) : end.end());
    }

    /** From one to another, however long: for exports. */
    static Window between(Optional<String> from, Optional<String> to, Window otherwise) {
        Instant start = from.map(text -> new Bound("from", text).begin()).orElse(otherwise.start());
        Instant end = to.map(text -> new Bound("to", text).end()).orElse(otherwise.end());
        if (start.isAfter(end)) {
            throw bad("from must not be after to");
        }
        return new Window(start, end);
    }

    /**
     * The first moment that a text names.
     *
     * @param name what the message of a 400 calls it
     */
    static Instant first(String name, String text) {
        return new Bound(name, text).begin();
    }

    /** The last moment that a text names, which of a day is its last millisecond. */
    static Instant last(String name, String text) {
        Bound bound = new Bound(name, text);
        return bound.isDay() ? bound.end().minusMillis(1) : bound.end();
    }

    private static String needed(Query query, Parameter<Optional<String>> parameter) {
        return query.get(parameter)
                .orElseThrow(
                        () -> ApiException.invalid(parameter.name() + " is missing: start_date and end_date are needed, each " + FORM));
    }

    /** A day or a moment. */
    private record Bound(Instant begin, Instant end) {
        Bound(String name, String text) {
            this(moment(name, text), DAY.matcher(text).matches() ? moment(name, text).plus(Duration.ofDays(1)) : moment(name, text));
        }

        boolean isDay() {
            return end.isAfter(begin);
        }

        private static Instant moment(String name, String text) {
            try {
                Instant moment = parse(LOST_PLUS.matcher(text).replaceFirst("+"));
                if (moment.isBefore(Instant.EPOCH)) {
                    throw bad(name + " must not be before 1970");
                }
                return moment;
            } catch (DateTimeException _) {
                throw bad(name + " must be " + FORM);
            }
        }

        private static Instant parse(String text) {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            if (text.startsWith("+")) {
                throw new DateTimeException("a year has four digits");
            }
            String time = text.replaceFirst("(?<=[0-9]) (?=[0-9])", "T");
            return ZONED.matcher(time).matches() && time.indexOf('T') > 0
                    ? OffsetDateTime.parse(time).toInstant()
                    : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
        }
    }

    private static ApiException bad(String detail) {
        return new ApiException(Status.BAD_REQUEST_400, detail);
    }
}
