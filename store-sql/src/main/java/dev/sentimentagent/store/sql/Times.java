package dev.sentimentagent.store.sql;

import java.time.Instant;

/** Instants as whole numbers and back. Bounds of half-open windows are rounded up, so that they hold for values rounded down. */
final class Times {
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int SECONDS_PER_DAY = 24 * SECONDS_PER_HOUR;

    private Times() {}

    static long seconds(Instant time) {
        return time.getEpochSecond();
    }

    static long secondsUp(Instant time) {
        return time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
    }

    /** Milliseconds since the epoch; times that are too far away become the first or last that fit. */
    static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static long millisUp(Instant time) {
        long millis = millis(time);
        return millis < Long.MAX_VALUE && ofMillis(millis).isBefore(time) ? millis + 1 : millis;
    }

    /** The hour of a time in seconds. */
    static long hourOfSeconds(long seconds) {
        return Math.floorDiv(seconds, SECONDS_PER_HOUR);
    }

    static long dayUp(Instant time) {
        return Math.ceilDiv(secondsUp(time), SECONDS_PER_DAY);
    }

    static long hourUp(Instant time) {
        return Math.ceilDiv(secondsUp(time), SECONDS_PER_HOUR);
    }

    static Instant ofSeconds(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    static Instant ofMillis(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    static Instant ofHour(long hour) {
        return Instant.ofEpochSecond(hour * SECONDS_PER_HOUR);
    }

    /** First second of an hour. */
    static long secondsOfHour(long hour) {
        return hour * SECONDS_PER_HOUR;
    }
}
