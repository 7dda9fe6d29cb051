package dev.sentimentagent.standin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/** When people write: the hours of the day and the days of the week. */
final class Rhythm {
    static final long DAY = 86_400;
    private static final int HOUR = 3_600;
    /** Activity by the hour of the day (UTC): America's working day, with Europe's before it. */
    private static final double[] HOURS = {3.1, 2.9, 2.6, 2.3, 2.1, 2.2, 2.6, 3.2, 3.9, 4.3, 4.6, 4.8, 5.0, 5.6, 6.1, 6.3, 6.2, 5.9, 5.4,
            5.0, 4.6, 4.2, 3.8, 3.3};
    private static final double BUSIEST_HOUR = 6.3;
    private static final double ALL_HOURS = Arrays.stream(HOURS).sum();
    private static final double[] WEEKDAYS = {1.05, 1.1, 1.1, 1.05, 0.95};

    private Rhythm() {}

    /** How busy a day is, 1 on average over the working days. */
    static double ofDay(long day, double weekend) {
        DayOfWeek weekday = LocalDate.ofEpochDay(day).getDayOfWeek();
        return weekday.getValue() <= WEEKDAYS.length ? WEEKDAYS[weekday.getValue() - 1] : weekend;
    }

    /** A second of the day, likelier in busy hours. */
    static int secondOfDay(int shift, SplittableRandom random) {
        double chosen = random.nextDouble(ALL_HOURS);
        int hour = 0;
        while (hour < HOURS.length - 1 && chosen >= HOURS[hour]) {
            chosen -= HOURS[hour];
            hour++;
        }
        return Math.floorMod(hour + shift, HOURS.length) * HOUR + random.nextInt(HOUR);
    }

    /** How busy the hour of that moment is, relative to the busiest: above 0, at most 1. */
    static double ofHour(long second, int shift) {
        int hour = (int) (Math.floorMod(second, DAY) / HOUR);
        return HOURS[Math.floorMod(hour - shift, HOURS.length)] / BUSIEST_HOUR;
    }

    /** A number of events whose mean is given (Knuth's method; the normal approximation for large means). */
    static int poisson(double mean, SplittableRandom random) {
        if (mean > 30) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int number = 0;
        while (product > limit) {
            product *= random.nextDouble();
            number++;
        }
        return number;
    }
}
