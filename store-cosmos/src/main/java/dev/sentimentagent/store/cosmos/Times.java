package dev.sentimentagent.store.cosmos;

import java.time.Instant;

/** Times as numbers of a document. Those far beyond all use become the furthest that a number can hold exactly. */
final class Times {
    private static final long MOST = 1L << 52;

    private Times() {}

    /** The first whole second that is not before this time. */
    static long secondsFrom(Instant time) {
        return within(time.getNano() > 0 ? time.getEpochSecond() + 1 : time.getEpochSecond());
    }

    /** The first whole millisecond that is not before this time. */
    static long millisFrom(Instant time) {
        long seconds = within(time.getEpochSecond());
        return Math.abs(seconds) >= MOST / 1000
                ? within(seconds > 0 ? MOST : -MOST)
                : seconds * 1000 + (time.getNano() + 999_999) / 1_000_000;
    }

    private static long within(long number) {
        return Math.max(-MOST, Math.min(MOST, number));
    }
}
