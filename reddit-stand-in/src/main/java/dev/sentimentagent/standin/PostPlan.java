package dev.sentimentagent.standin;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All that is settled about a generated post before its text is written.
 *
 * @param number see {@link ItemNumber}
 * @param created in epoch seconds
 * @param key from which everything random about it follows
 * @param happening what it is about; null on an ordinary day
 * @param arrivals when each of its comments is made, in epoch seconds, in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PostPlan(
        long number,
        long created,
        long key,
        Community community,
        Subject subject,
        Product product,
        @Nullable Happening happening,
        int[] arrivals) {
    /** Number of comments made by then. */
    int commentsBy(long second) {
        int at = Arrays.binarySearch(arrivals, (int) Math.min(second, Integer.MAX_VALUE));
        if (at < 0) {
            return -at - 1;
        }
        while (at < arrivals.length && arrivals[at] <= second) {
            at++;
        }
        return at;
    }

    String id() {
        return Base36.of(number);
    }
}
