package dev.sentimentagent.model.store;

/**
 * Which items are in a sample. It goes by the remainder of a sum that jumps about from one second and score to the next, so that all stores
 * choose alike, by columns that stand in an index, and a sample is spread evenly over its window.
 */
public final class Sampling {
    /** The most items that one sample may hold. */
    public static final int MAX = 20_000;
    /** A prime: all remainders come up. */
    public static final int MODULUS = 65_537;
    /** Coprime with it, as the next. */
    public static final int BY_SECOND = 48_271;
    public static final int BY_SCORE = 16_807;
    /** Added to scores, so that they are not negative. */
    public static final int SCORE_SHIFT = 10_000;

    private Sampling() {}

    /** Whether an item is one of the chosen. */
    public static boolean takes(long createdSeconds, int compoundE4, int oneIn) {
        long sum = createdSeconds * BY_SECOND + (compoundE4 + SCORE_SHIFT) * (long) BY_SCORE;
        return sum % MODULUS * oneIn < MODULUS;
    }

    /** @throws IllegalArgumentException if either is out of range */
    public static void check(int oneIn, int limit) {
        if (oneIn < 1 || limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("one in at least 1, at most 1 to " + MAX + ": " + oneIn + ", " + limit);
        }
    }
}
