package dev.sentimentagent.sentiment;

import java.util.Arrays;

/**
 * The sentiments of a text's words, other than 0, with their positions, and the re-weighting of them around a "but". Used for one text
 * after another; confined to one thread.
 *
 * <p>Of two parts of a text that "but" joins, the first counts less and the second more. The reference goes through the list once and
 * looks each sentiment up by its value, so that the first of several equal ones is weighed, perhaps for the second time, instead of the
 * one it has come to. This is done here for the same figures, without a search of the whole list for each sentiment.
 */
final class Sentiments {
    private static final double BEFORE_BUT = 0.5;
    private static final double AFTER_BUT = 1.5;
    private static final int INITIAL_CAPACITY = 32;
    /** Up to so many sentiments, a search costs less than keeping an index. */
    private static final int SEARCHED = 64;

    private double[] values = new double[INITIAL_CAPACITY];
    private int[] positions = new int[INITIAL_CAPACITY];
    private int size;
    private final LeastByValue firstByValue = new LeastByValue();

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    double value(int index) {
        return values[index];
    }

    /**
     * Adds a sentiment.
     *
     * @param value other than 0; what is 0 would be 0 after any weighing
     * @param position of its word in the text, greater than all before
     */
    void add(double value, int position) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
        }
        values[size] = value;
        positions[size++] = position;
    }

    /** Weighs them by the position of the first "but". */
    void weigh(int but) {
        if (size <= SEARCHED) {
            weighBySearch(but);
        } else {
            weighByIndex(but);
        }
    }

    void weighBySearch(int but) {
        for (int i = 0; i < size; i++) {
            int first = 0;
            while (values[first] != values[i]) {
                first++;
            }
            values[first] *= weight(first, but);
        }
    }

    /** The same in n log n steps. */
    void weighByIndex(int but) {
        firstByValue.clear(size);
        for (int i = 0; i < size; i++) {
            firstByValue.add(values[i], i);
            int first = firstByValue.removeLeast(values[i]);
            values[first] *= weight(first, but);
            firstByValue.add(values[first], first);
        }
    }

    private double weight(int index, int but) {
        return positions[index] < but ? BEFORE_BUT : AFTER_BUT;
    }
}
