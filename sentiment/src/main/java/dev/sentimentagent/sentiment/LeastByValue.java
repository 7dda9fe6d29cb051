package dev.sentimentagent.sentiment;

import java.util.Arrays;

/**
 * Indexes, each of which has a value at a time; gives the least index of all that have the same value. A step takes O(log n), amortized.
 * Keeps its memory from use to use. Confined to one thread.
 *
 * <p>The indexes of one value are a skew heap (Sleator and Tarjan 1986), whose nodes are the indexes themselves; a table with open
 * addressing finds its root by the value.
 */
final class LeastByValue {
    private static final int NONE = -1;
    private static final int INITIAL_SLOTS = 256;
    /** Of Fibonacci hashing: 2⁶⁴ over the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private int[] left = new int[0];
    private int[] right = new int[0];
    /** By slot; NaN in a free one. */
    private double[] values = new double[INITIAL_SLOTS];
    private int[] roots = new int[INITIAL_SLOTS];
    private int used;

    /** Forgets all indexes and makes room for those below {@code count}. */
    void clear(int count) {
        if (left.length < count) {
            left = new int[count];
            right = new int[count];
        }
        Arrays.fill(values, Double.NaN);
        used = 0;
    }

    /** Adds an index that has no value. */
    void add(double value, int index) {
        left[index] = NONE;
        right[index] = NONE;
        int slot = slotOf(value);
        if (Double.isNaN(values[slot])) {
            values[slot] = value;
            roots[slot] = index;
            if (++used * 2 > values.length) {
                growTable();
            }
        } else {
            roots[slot] = merge(roots[slot], index);
        }
    }

    /** Removes the least index of a value, which some index must have. */
    int removeLeast(double value) {
        int slot = slotOf(value);
        int least = roots[slot];
        roots[slot] = merge(left[least], right[least]);
        return least;
    }

    private int merge(int first, int second) {
        if (first == NONE || second == NONE) {
            return first == NONE ? second : first;
        }
        int root = Math.min(first, second);
        int rest = Math.max(first, second);
        int parent = root;
        // Down the right spine: what is less stays, its children change places, and the rest is merged with what was on its right.
        while (true) {
            int next = right[parent];
            right[parent] = left[parent];
            if (next == NONE) {
                left[parent] = rest;
                return root;
            }
            left[parent] = Math.min(next, rest);
            rest = Math.max(next, rest);
            parent = left[parent];
        }
    }

    /** The slot of a value, or the free one for it. */
    private int slotOf(double value) {
        int mask = values.length - 1;
        int slot = (int) ((Double.doubleToRawLongBits(value) * SPREAD) >>> Long.numberOfLeadingZeros(mask));
        while (values[slot] != value && !Double.isNaN(values[slot])) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growTable() {
        double[] oldValues = values;
        int[] oldRoots = roots;
        values = new double[2 * oldValues.length];
        roots = new int[values.length];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < oldValues.length; i++) {
            if (!Double.isNaN(oldValues[i])) {
                int slot = slotOf(oldValues[i]);
                values[slot] = oldValues[i];
                roots[slot] = oldRoots[i];
            }
        }
    }
}
