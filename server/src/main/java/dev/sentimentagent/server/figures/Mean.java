package dev.sentimentagent.server.figures;

/**
 * A mean score with its 95 % interval.
 *
 * @param value −1 to 1; 0 of nothing
 * @param items how many it is of
 * @param standardError widened by the design effect
 * @param low lower bound of the interval, at least −1
 * @param high upper bound of it, at most 1
 * @param designEffect by how much the variance of the mean exceeds that of as many independent items, because comments of one thread
 *     echo each other; at least 1
 * @param degreesOfFreedom of the standard error: about the number of threads of equal size that would say as much, less one
 */
public record Mean(
        double value,
        long items,
        double standardError,
        double low,
        double high,
        double designEffect,
        double degreesOfFreedom) {
    /** Fewer say too little: show the items themselves. */
    public static final int ENOUGH = 30;

    /** Whether the items are too few for a figure to say anything. */
    public boolean tooFew() {
        return !enough(items);
    }

    /** Whether a figure of so many items says anything. */
    public static boolean enough(long items) {
        return items >= ENOUGH;
    }
}
