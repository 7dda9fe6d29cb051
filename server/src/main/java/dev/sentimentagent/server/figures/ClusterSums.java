package dev.sentimentagent.server.figures;

import java.util.Arrays;

/**
 * Sums of scores by cluster, by thread or by author, of one row or of several. Open addressing on a primitive array, since there are hundreds of
 * thousands of clusters, each of two million items at most. Not thread-safe.
 */
final class ClusterSums {
    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
    /** A place is three numbers side by side, so in one line of the processor's cache: row and cluster, counts, scores. */
    private static final int STRIDE = 3;
    private static final int COUNTS = 1;
    private static final int SCORES = 2;
    /** Items, positive and negative ones have so many bits each. */
    private static final int BITS = 21;
    private static final int MASK = (1 << BITS) - 1;
    private static final long ONE_POSITIVE = 1L << BITS;
    private static final long ONE_NEGATIVE = 1L << (2 * BITS);

    /** Counts of 0: the place is free. */
    private long[] places = new long[FIRST_CAPACITY * STRIDE];
    private int capacity = FIRST_CAPACITY;
    private int clusters;

    /** Counts an item in, where there is one row. */
    void add(int cluster, int sign, int compoundE4) {
        add(0, cluster, sign, compoundE4);
    }

    /** Counts an item in. */
    void add(int row, int cluster, int sign, int compoundE4) {
        long key = ((long) row << Integer.SIZE) | (cluster & 0xFFFF_FFFFL);
        int at = place(key);
        if (places[at + COUNTS] == 0) {
            if (clusters >= capacity / 2) {
                grow();
                at = place(key);
            }
            places[at] = key;
            clusters++;
        }
        places[at + COUNTS] += 1 + (sign > 0 ? ONE_POSITIVE : sign < 0 ? ONE_NEGATIVE : 0);
        places[at + SCORES] += compoundE4;
    }

    /** As new, with the room that it has. */
    void clear() {
        Arrays.fill(places, 0);
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
        for (int at = 0; at < places.length; at += STRIDE) {
            long counts = places[at + COUNTS];
            if (counts != 0) {
                visitor.cluster((int) (places[at] >>> Integer.SIZE), (int) (counts & MASK), places[at + SCORES],
                        (int) ((counts >>> BITS) & MASK), (int) (counts >>> (2 * BITS)));
            }
        }
    }

    private int place(long key) {
        int mask = capacity - 1;
        int number = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
        int at = number * STRIDE;
        while (places[at + COUNTS] != 0 && places[at] != key) {
            number = (number + 1) & mask;
            at = number * STRIDE;
        }
        return at;
    }

    private void grow() {
        long[] old = places;
        capacity *= 2;
        places = new long[capacity * STRIDE];
        for (int from = 0; from < old.length; from += STRIDE) {
            if (old[from + COUNTS] != 0) {
                System.arraycopy(old, from, places, place(old[from]), STRIDE);
            }
        }
    }
}
