package dev.sentimentagent.server.statistics;

import dev.sentimentagent.model.Tally;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Tallies by step (an hour or a day), for one name and one kind of item, kept as running totals: the sum of any span is the difference of
 * two of them. Five numbers a step, side by side in one array. Not thread-safe.
 *
 * <p>Steps are counted from 1970. The array grows as steps are added and covers no more than lies between the first and the last.
 *
 * <p>To change tallies, {@link #set} them and then {@link #close}: in between, the totals from the earliest changed step on stand there as
 * single tallies, so that many changes cost one pass.
 */
final class RunningTotals {
    private static final int WIDTH = 5;
    private static final int SPARE_STEPS = 64;
    private static final int FORGOTTEN_TOGETHER = 168;

    private long first;
    private int steps;
    /** The total before step {@code i} stands at {@code i}; so the first is zero. */
    private long[] totals = new long[WIDTH];
    /** From this step on, single tallies stand in the place of the totals after them. */
    private int opened = Integer.MAX_VALUE;

    /** Puts a tally in the place of what was there; returns that. */
    Tally set(long step, Tally tally) {
        cover(step);
        int index = (int) (step - first);
        open(index);
        int at = (index + 1) * WIDTH;
        Tally before = new Tally(totals[at], totals[at + 1], totals[at + 2], totals[at + 3], totals[at + 4]);
        totals[at] = tally.positive();
        totals[at + 1] = tally.negative();
        totals[at + 2] = tally.neutral();
        totals[at + 3] = tally.compoundSumE4();
        totals[at + 4] = tally.squareSumE8();
        return before;
    }

    /** Adds to what is there. */
    void add(long step, Tally delta) {
        Tally before = set(step, delta);
        set(step, before.plus(delta));
    }

    /** Ends the changes. */
    void close() {
        if (opened < steps) {
            for (int at = (opened + 1) * WIDTH; at < (steps + 1) * WIDTH; at++) {
                totals[at] += totals[at - WIDTH];
            }
        }
        opened = Integer.MAX_VALUE;
    }

    /** Lets go of the steps before {@code earliest}, once there are so many of them that it is worth while. */
    void forget(long earliest) {
        if (earliest - first > FORGOTTEN_TOGETHER) {
            clear(earliest);
        }
    }

    /** The steps before {@code earliest} are empty. Not while tallies are being changed. */
    void clear(long earliest) {
        int old = Math.clamp(earliest - first, 0, steps);
        if (old == 0) {
            return;
        }
        totals = Arrays.copyOfRange(totals, old * WIDTH, (steps + 1) * WIDTH);
        first += old;
        steps -= old;
    }

    /** Adds the steps from {@code from} up to but not including {@code to} onto the five sums. */
    void sum(long from, long to, long[] sums) {
        int start = Math.clamp(from - first, 0, steps) * WIDTH;
        int end = Math.clamp(to - first, 0, steps) * WIDTH;
        if (start < end) {
            for (int i = 0; i < WIDTH; i++) {
                sums[i] += totals[end + i] - totals[start + i];
            }
        }
    }

    /** The last step that was ever set. */
    OptionalLong last() {
        return steps == 0 ? OptionalLong.empty() : OptionalLong.of(first + steps - 1);
    }

    private void open(int index) {
        int from = Math.min(opened, steps);
        for (int at = (from + 1) * WIDTH - 1; at >= (index + 1) * WIDTH; at--) {
            totals[at] -= totals[at - WIDTH];
        }
        opened = Math.min(opened, index);
    }

    private void cover(long step) {
        if (steps == 0) {
            first = step;
        }
        if (step < first) {
            int more = Math.toIntExact(first - step);
            long[] wider = new long[totals.length + more * WIDTH];
            System.arraycopy(totals, 0, wider, more * WIDTH, (steps + 1) * WIDTH);
            // Before the first step all totals are its own: the total before anything. That is zero unless something was forgotten.
            for (int at = 0; at < more * WIDTH; at++) {
                wider[at] = totals[at % WIDTH];
            }
            totals = wider;
            first = step;
            steps += more;
            opened = opened == Integer.MAX_VALUE ? opened : opened + more;
        }
        int needed = Math.toIntExact(step - first + 1);
        if ((needed + 1) * WIDTH > totals.length) {
            totals = Arrays.copyOf(totals, (needed + 1 + SPARE_STEPS) * WIDTH);
        }
        if (needed > steps) {
            // Steps without a tally: nothing in them, so single tallies of zero or the total that was the last.
            for (int at = (steps + 1) * WIDTH; at < (needed + 1) * WIDTH; at++) {
                totals[at] = opened <= steps ? 0 : totals[at - WIDTH];
            }
            steps = needed;
        }
    }
}
