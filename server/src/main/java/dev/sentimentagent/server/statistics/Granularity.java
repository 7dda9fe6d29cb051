package dev.sentimentagent.server.statistics;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Length of the buckets of a trend. Buckets begin with the hour, the day (UTC) or the Monday. */
public enum Granularity {
    HOUR(Duration.ofHours(1)), DAY(Duration.ofDays(1)), WEEK(Duration.ofDays(7));

    private final Duration length;

    Granularity(Duration length) {
        this.length = length;
    }

    Instant startOfBucket(Instant instant) {
        return switch (this) {
            case HOUR -> instant.truncatedTo(ChronoUnit.HOURS);
            case DAY -> instant.truncatedTo(ChronoUnit.DAYS);
            case WEEK -> ZonedDateTime.ofInstant(instant, ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.DAYS)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .toInstant();
        };
    }

    /** Of a whole bucket. */
    public Duration length() {
        return length;
    }

    /** Lower-case name as the HTTP contract spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
