package dev.sentimentagent.server.figures;

import java.util.Arrays;

/**
 * Sums of scores by cluster: by thread, or by author. Open addressing on primitive arrays, since there are hundreds of thousands of clusters. Not
 * thread-safe.
 */
final class ClusterSums {
    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int SPREAD = 0x9E3779B9;

    private int[] keys = new int[FIRST_CAPACITY];
    /** 0: the place is free. */
    private int[] items = new int[FIRST_CAPACITY];
    private int[] positive = new int[FIRST_CAPACITY];
    private int[] negative = new int[FIRST_CAPACITY];
    private long[] scores = new long[FIRST_CAPACITY];
    private int clusters;

    /** Counts an item in. */
    void add(int cluster, int sign, int compoundE4) {
        int at = place(cluster);
        if (items[at] == 0) {
            if (clusters >= keys.length / 2) {
                grow();
                at = place(cluster);
            }
            keys[at] = cluster;
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

    int clusters() {
        return clusters;
    }

    /** Takes clusters one by one. */
    interface Visitor {
        void cluster(int items, long scoreE4, int positive, int negative);
    }

    void each(Visitor visitor) {
        for (int at = 0; at < keys.length; at++) {
            if (items[at] > 0) {
                visitor.cluster(items[at], scores[at], positive[at], negative[at]);
            }
        }
    }

    private int place(int cluster) {
        int mask = keys.length - 1;
        int hash = cluster * SPREAD;
        int at = (hash ^ hash >>> 15) & mask;
        while (items[at] != 0 && keys[at] != cluster) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldItems = items;
        int[] oldPositive = positive;
        int[] oldNegative = negative;
        long[] oldScores = scores;
        int capacity = keys.length * 2;
        keys = new int[capacity];
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
