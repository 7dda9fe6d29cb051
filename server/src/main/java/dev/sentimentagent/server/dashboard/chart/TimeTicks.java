package dev.sentimentagent.server.dashboard.chart;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.statistics.Granularity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round times along an axis. */
final class TimeTicks {
    private static final int[] HOURS = {1, 2, 3, 4, 6, 12, 24};
    private static final int[] DAYS = {1, 2, 5, 7, 10, 14, 30};
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private TimeTicks() {}

    static List<Tick> of(Window window, Granularity granularity, Scale x, int atMost) {
        return granularity == Granularity.HOUR && window.length().compareTo(Duration.ofHours(72)) <= 0
                ? hours(window, x, atMost)
                : days(window, x, atMost);
    }

    private static List<Tick> hours(Window window, Scale x, int atMost) {
        long length = window.length().toHours();
        int step = HOURS[HOURS.length - 1];
        for (int candidate : HOURS) {
            if (length / candidate <= atMost) {
                step = candidate;
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime time = window.start().atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        while (time.toInstant().isBefore(window.end())) {
            if (!time.toInstant().isBefore(window.start())) {
                ticks.add(new Tick(x.at(time.toInstant()), time.getHour() == 0 ? DAY.format(time) : HOUR.format(time),
                        time.toInstant().toString()));
            }
            time = time.plusHours(step);
        }
        return ticks;
    }

    private static List<Tick> days(Window window, Scale x, int atMost) {
        long length = Math.max(1, window.length().toDays());
        int step = DAYS[DAYS.length - 1];
        for (int candidate : DAYS) {
            if (length / candidate <= atMost) {
                step = candidate;
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        Instant midnight = window.end().minusMillis(1).truncatedTo(ChronoUnit.DAYS);
        for (Instant time = midnight; !time.isBefore(window.start()); time = time.minus(Duration.ofDays(step))) {
            ticks.add(Tick.of(x.at(time), DAY.format(time.atZone(ZoneOffset.UTC))));
        }
        return ticks.reversed();
    }
}
