package dev.sentimentagent.store.sql;

/** Bounds of what one call returns. */
final class Limits {
    static final int MAX = 1000;

    private Limits() {}

    /** @throws IllegalArgumentException if the limit is not 1 to {@value #MAX} */
    static void check(int limit) {
        if (limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX + ", not " + limit);
        }
    }

    /** @throws IllegalArgumentException if the limit is less than 1 */
    static void atLeastOne(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + limit);
        }
    }
}
