package dev.sentimentagent.server.reanalysis;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Whether others are at work: a cycle runs, or more than a few requests a second are answered. Not thread-safe. */
final class Bustle implements BooleanSupplier {
    /** One person at a page asks for less. */
    private static final double FEW_PER_SECOND = 10;
    /** Shorter spans say little. */
    private static final long SPAN = Duration.ofMillis(200).toNanos();
    /** Whoever has asked will ask again. */
    private static final long LINGERING = Duration.ofSeconds(2).toNanos();

    private final LongSupplier requests;
    private final BooleanSupplier collecting;
    private final LongSupplier nanoTime;
    private long count;
    private long countedAt;
    private long busyUntil;

    /**
     * @param requests answered since whenever
     * @param collecting whether a cycle runs
     * @param nanoTime a clock that only its differences matter of
     */
    Bustle(LongSupplier requests, BooleanSupplier collecting, LongSupplier nanoTime) {
        this.requests = requests;
        this.collecting = collecting;
        this.nanoTime = nanoTime;
        count = requests.getAsLong();
        countedAt = nanoTime.getAsLong();
        busyUntil = countedAt;
    }

    @Override
    public boolean getAsBoolean() {
        long now = nanoTime.getAsLong();
        if (now - countedAt >= SPAN) {
            long answered = requests.getAsLong();
            if ((answered - count) * 1e9 / (now - countedAt) > FEW_PER_SECOND) {
                busyUntil = now + LINGERING;
            }
            count = answered;
            countedAt = now;
        }
        return collecting.getAsBoolean() || busyUntil - now > 0;
    }
}
