package dev.sentimentagent.server.reanalysis;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How fast a job goes: as fast as it can while nobody else is at work; beside others in short transactions, with so much rest between them
 * that they hardly notice. Not thread-safe.
 */
public final class Pace {
    /** What a transaction is to take where nobody waits: fewer, larger ones cost less. */
    private static final Duration ALONE = Duration.ofMillis(250);
    /** And where somebody might: no other write waits for much longer. */
    private static final Duration BESIDE_OTHERS = Duration.ofMillis(30);
    /** Rest for each second of work beside others. */
    private static final double REST = 9;
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);
    private static final int LEAST = 50;
    static final int MOST = 2000;
    private static final int FIRST = 500;
    private static final double MOST_GROWTH = 2;

    private final BooleanSupplier othersAtWork;
    private final Duration delay;
    private double size = FIRST;

    /**
     * A pace.
     *
     * @param othersAtWork whether anybody else needs the machine just now
     * @param delay rest after each batch of a job, on top
     */
    Pace(BooleanSupplier othersAtWork, Duration delay) {
        this.othersAtWork = othersAtWork;
        this.delay = delay;
    }

    /**
     * For a service.
     *
     * @param requests answered since whenever
     * @param collecting whether a cycle runs
     */
    public static Pace beside(LongSupplier requests, BooleanSupplier collecting, Duration delay) {
        return new Pace(new Bustle(requests, collecting, System::nanoTime), delay);
    }

    /** For a program of its own. */
    public static Pace full() {
        return new Pace(() -> false, Duration.ZERO);
    }

    /** About how many items the next transaction is to look at. */
    int size(int batch) {
        // Whoever wants a rest after each batch gets it.
        return delay.isPositive() ? batch : (int) size;
    }

    /**
     * Learns from a transaction, and rests as is fitting.
     *
     * @param writing how long it took
     * @param work the same with what was read and analyzed for it
     */
    void after(int items, int batch, Duration writing, Duration work) throws InterruptedException {
        boolean busy = othersAtWork.getAsBoolean();
        // Whoever waits for a write waits for the transaction alone; whoever waits for a processor, for all of it.
        double fitting = busy ? fitting(BESIDE_OTHERS, work, items) : fitting(ALONE, writing, items);
        size = Math.clamp(Math.min(fitting, size * MOST_GROWTH), LEAST, MOST);
        Duration rest = delay.multipliedBy(Math.ceilDiv(items, batch));
        if (busy) {
            Duration fair = Duration.ofNanos((long) (work.toNanos() * REST));
            rest = rest.plus(fair.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : fair);
        }
        if (rest.isPositive()) {
            Thread.sleep(rest);
        }
    }

    private static double fitting(Duration target, Duration took, int items) {
        return (double) target.toNanos() / Math.max(1, took.toNanos()) * items;
    }
}
