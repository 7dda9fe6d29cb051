package dev.sentimentagent.server.figures;

import java.util.Arrays;

/** How many different authors each of several rows has. Open addressing on a primitive array. Not thread-safe. */
final class DistinctAuthors {
    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** Row and author; 0: the place is free. */
    private long[] keys = new long[FIRST_CAPACITY];
    private int size;
    private int[] byRow = new int[0];

    /** Begins anew. */
    void reset(int rows) {
        clear();
        byRow = new int[rows];
    }

    /** Forgets the authors but not how many there were: those that follow are others. */
    void clear() {
        Arrays.fill(keys, 0);
        size = 0;
    }

    /** Takes an author of a row, who is known. Whether this is the first time. */
    boolean add(int row, int author) {
        long key = ((long) row << Integer.SIZE) | author;
        int at = place(key);
        if (keys[at] == 0) {
            if (size >= keys.length / 2) {
                grow();
                at = place(key);
            }
            keys[at] = key;
            size++;
            byRow[row]++;
            return true;
        }
        return false;
    }

    int count(int row) {
        return byRow[row];
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] old = keys;
        keys = new long[old.length * 2];
        for (long key : old) {
            if (key != 0) {
                keys[place(key)] = key;
            }
        }
    }
}
