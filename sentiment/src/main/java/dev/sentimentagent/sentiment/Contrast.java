package dev.sentimentagent.sentiment;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Re-weights sentiments around a "but": what stands before it counts less, what stands after it more.
 *
 * <p>The reference goes through the list once and looks each sentiment up by its value, so that the first of several equal ones is
 * weighed, perhaps for the second time, instead of the one it has come to. This is done here for the same figures, without a search
 * of the whole list for each sentiment. Sentiments of 0 need not be in the list: weighing leaves them as they are.
 */
final class Contrast {
    private static final double BEFORE = 0.5;
    private static final double AFTER = 1.5;
    /** Up to so many sentiments, a search costs less than keeping an index. */
    private static final int SEARCHED = 64;

    private Contrast() {}

    /**
     * Weighs the first {@code count} values in place.
     *
     * @param values sentiments other than 0
     * @param positions of their words in the text, ascending
     * @param but position of the first "but"
     */
    static void weigh(double[] values, int[] positions, int count, int but) {
        if (count <= SEARCHED) {
            weighBySearch(values, positions, count, but);
        } else {
            weighByIndex(values, positions, count, but);
        }
    }

    static void weighBySearch(double[] values, int[] positions, int count, int but) {
        for (int i = 0; i < count; i++) {
            int first = 0;
            while (values[first] != values[i]) {
                first++;
            }
            values[first] *= weight(positions[first], but);
        }
    }

    /** The same in n log n steps. */
    static void weighByIndex(double[] values, int[] positions, int count, int but) {
        Map<Double, PriorityQueue<Integer>> byValue = new HashMap<>();
        for (int i = 0; i < count; i++) {
            PriorityQueue<Integer> equals = byValue.computeIfAbsent(values[i], value -> new PriorityQueue<>());
            equals.add(i);
            int first = equals.remove();
            values[first] *= weight(positions[first], but);
            byValue.computeIfAbsent(values[first], value -> new PriorityQueue<>()).add(first);
        }
    }

    private static double weight(int position, int but) {
        return position < but ? BEFORE : AFTER;
    }
}
