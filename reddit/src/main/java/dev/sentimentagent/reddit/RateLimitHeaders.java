package dev.sentimentagent.reddit;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the headers of an answer say about how much may be asked. What makes no sense is taken as not said. */
final class RateLimitHeaders {
    /** Reddit counts in windows of ten minutes; a later reset is nonsense and would lock the client out. */
    static final Duration MAX_RESET = Duration.ofMinutes(10);
    /** Longest that a {@code Retry-After} is believed. */
    static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);
    /** The smallest allowance of a registered client (60 a minute over ten minutes), where only what is used is told. */
    private static final double ALLOWANCE = 600;

    /**
     * What is left of the current window.
     *
     * @param remaining requests, 0 or more
     */
    record Budget(double remaining, Duration untilReset) {}

    private RateLimitHeaders() {}

    static Optional<Budget> budget(HttpHeaders headers) {
        OptionalDouble reset = number(headers, "x-ratelimit-reset");
        OptionalDouble remaining = number(headers, "x-ratelimit-remaining");
        OptionalDouble used = number(headers, "x-ratelimit-used");
        if (reset.isEmpty() || reset.getAsDouble() < 0 || (remaining.isEmpty() && used.isEmpty())) {
            return Optional.empty();
        }
        double left = remaining.isPresent() ? remaining.getAsDouble() : ALLOWANCE - used.getAsDouble();
        return Optional.of(new Budget(Math.max(0, left), seconds(reset.getAsDouble(), MAX_RESET)));
    }

    /**
     * The delay that {@code Retry-After} asks for, given in seconds or as a date.
     *
     * @param now used where the answer has no {@code Date} that a date could be compared with
     */
    static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
        OptionalDouble number = number(headers, "retry-after");
        if (number.isPresent()) {
            return number.getAsDouble() < 0 ? Optional.empty() : Optional.of(seconds(number.getAsDouble(), MAX_RETRY_AFTER));
        }
        // Compared with the server's own clock, so that it does not matter how wrong this machine's is.
        return date(headers, "retry-after").map(at -> Duration.between(date(headers, "date").orElse(now), at))
                .filter(delay -> !delay.isNegative())
                .map(delay -> delay.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : delay);
    }

    private static OptionalDouble number(HttpHeaders headers, String name) {
        Optional<String> value = headers.firstValue(name);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(value.get().strip());
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static Optional<Instant> date(HttpHeaders headers, String name) {
        return headers.firstValue(name).flatMap(value -> {
            try {
                return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Duration seconds(double seconds, Duration most) {
        return seconds >= most.toSeconds() ? most : Duration.ofMillis((long) Math.ceil(seconds * 1000));
    }
}
