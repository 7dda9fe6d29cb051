package dev.sentimentagent.server.retention;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * How many rows a transaction may change to take about as long as it should, by how long those before it took. Disks and loads differ by
 * more than any fixed number can be right for. Not thread-safe.
 */
final class BatchSize {
    private static final int LEAST = 10;
    private static final int MOST = 2000;
    /** One that was fast may have been lucky. */
    private static final double MOST_GROWTH = 1.5;

    private final long target;
    private int size;

    /**
     * @param first of the first batch, when nothing is known
     * @param target what each is to take
     */
    BatchSize(int first, Duration target) {
        this.size = first;
        this.target = target.toNanos();
    }

    /**
     * Does a batch, and learns from how long that took; one that fails teaches nothing. Waiting for others who write counts, so where they
     * write a lot it gives way.
     *
     * @param rows how many of its result it changed
     */
    <T> T timed(IntFunction<T> batch, ToIntFunction<T> rows) {
        long start = System.nanoTime();
        T result = batch.apply(size);
        took(rows.applyAsInt(result), System.nanoTime() - start);
        return result;
    }

    /** Of the next batch. */
    int size() {
        return size;
    }

    /** Notes that the last batch, of so many rows, took so many nanoseconds. One that was not full says nothing of a larger one. */
    void took(int rows, long nanos) {
        double fitting = (double) target / Math.max(1, nanos);
        if (fitting < 1 || rows >= size) {
            size = Math.clamp(Math.round(size * Math.min(MOST_GROWTH, fitting)), LEAST, MOST);
        }
    }
}
