package dev.sentimentagent.store.cosmos;

/** How long lists may be. */
final class Limits {
    private static final int MAX = 1000;

    private Limits() {}

    /** @throws IllegalArgumentException if the limit is not 1 to 1000 */
    static void check(int limit) {
        if (limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX + ", not " + limit);
        }
    }

    /** @throws IllegalArgumentException if it is not 1 or more */
    static void checkPositive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + limit);
        }
    }
}
