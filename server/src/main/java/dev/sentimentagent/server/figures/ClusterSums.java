package dev.sentimentagent.server.figures;

import java.util.Arrays;

/**
 * Sums of scores by cluster, by thread or by author, of one row or of several. Open addressing on primitive arrays, since there are hundreds of
 * thousands of clusters. Not thread-safe.
 */
final class ClusterSums {
    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private long[] keys = new long[FIRST_CAPACITY];
    /** 0: the place is free. */
    private int[] items = new int[FIRST_CAPACITY];
    private int[] positive = new int[FIRST_CAPACITY];
    private int[] negative = new int[FIRST_CAPACITY];
    private long[] scores = new long[FIRST_CAPACITY];
    private int clusters;

    /** Counts an item in, where there is one row. */
    void add(int cluster, int sign, int compoundE4) {
        add(0, cluster, sign, compoundE4);
    }

    /** Counts an item in. */
    void add(int row, int cluster, int sign, int compoundE4) {
        long key = ((long) row << Integer.SIZE) | (cluster & 0xFFFF_FFFFL);
        int at = place(key);
        if (items[at] == 0) {
            if (clusters >= keys.length / 2) {
                grow();
                at = place(key);
            }
            keys[at] = key;
            clusters++;
        }
        items[at]++;
        scores[at] += compoundE4;
        if (sign > 0) {
            positive[at]++;
        } else if (sign < 0) {
            negative[at]++;
        }
    }

    /** As new, with the room that it has. */
    void clear() {
        Arrays.fill(items, 0);
        Arrays.fill(positive, 0);
        Arrays.fill(negative, 0);
        Arrays.fill(scores, 0);
        clusters = 0;
    }

    /** Of all rows. */
    int clusters() {
        return clusters;
    }

    /** Takes clusters one by one. */
    interface Visitor {
        void cluster(int row, int items, long scoreE4, int positive, int negative);
    }

    void each(Visitor visitor) {
        for (int at = 0; at < keys.length; at++) {
            if (items[at] > 0) {
                visitor.cluster((int) (keys[at] >>> Integer.SIZE), items[at], scores[at], positive[at], negative[at]);
            }
        }
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
        while (items[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldItems = items;
        int[] oldPositive = positive;
        int[] oldNegative = negative;
        long[] oldScores = scores;
        int capacity = keys.length * 2;
        keys = new long[capacity];
        items = new int[capacity];
        positive = new int[capacity];
        negative = new int[capacity];
        scores = new long[capacity];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldItems[i] > 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                items[at] = oldItems[i];
                positive[at] = oldPositive[i];
                negative[at] = oldNegative[i];
                scores[at] = oldScores[i];
            }
        }
    }
}
