package dev.sentimentagent.server.statistics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Hours counted from 1970. */
public final class Hours {
    public static final int SECONDS = 3600;

    private Hours() {}

    /** The hour that a time lies in. */
    public static long of(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /** The time itself if an hour begins then, else when the next one does. */
    static Instant ceil(Instant instant) {
        Instant floor = instant.truncatedTo(ChronoUnit.HOURS);
        return floor.equals(instant) ? instant : floor.plus(1, ChronoUnit.HOURS);
    }

    /** Creation is known to the second, so a bound between two seconds is the second after it. */
    public static long secondsUp(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }
}
