package dev.sentimentagent.server.job;

import java.time.Duration;

/**
 * When a job runs of itself, by the machine's clock.
 *
 * @param firstDelay from the making of the job to its first run
 * @param interval from one run to the next
 * @param fixedRate whether the interval goes from start to start, and a run that was asked for comes on top; else it goes from the end of
 *     any run to the start of the next. Either way, runs that were missed (a sleeping machine, a run longer than the interval) are made up
 *     for by one.
 */
public record Rhythm(Duration firstDelay, Duration interval, boolean fixedRate) {
    public Rhythm {
        if (!interval.isPositive() || firstDelay.isNegative()) {
            throw new IllegalArgumentException("an interval must be positive, a delay not negative: " + interval + ", " + firstDelay);
        }
    }

    /** Runs that start so far from each other. */
    public static Rhythm atRate(Duration firstDelay, Duration interval) {
        return new Rhythm(firstDelay, interval, true);
    }

    /** A pause before each run. */
    public static Rhythm withPauses(Duration pause) {
        return new Rhythm(pause, pause, false);
    }
}
