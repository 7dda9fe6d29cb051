package dev.sentimentagent.sentiment;

/** Gives each of a fixed set of 32-bit hashes its place: open addressing with linear probing, at most half full. Immutable, thread-safe. */
final class HashIndex {
    static final int ABSENT = -1;

    /** Bits of the filter a hash: most that are looked up are not in the set, and this small part of it says so for seven in eight. */
    private static final int FILTER_BITS = 8;

    private final int mask;
    /** By slot, the hash in the upper half and one more than its place in the lower; 0 where nothing is. */
    private final long[] slots;
    private final long[] filter;
    private final int filterShift;

    /** @param hashes each once; the place of each is its index here */
    HashIndex(int[] hashes) {
        int size = Integer.highestOneBit(Math.max(8, 2 * hashes.length)) << 1;
        mask = size - 1;
        slots = new long[size];
        int bits = Integer.highestOneBit(Math.max(Long.SIZE, FILTER_BITS * hashes.length));
        filter = new long[bits / Long.SIZE];
        filterShift = Integer.numberOfLeadingZeros(bits) + 1;
        for (int place = 0; place < hashes.length; place++) {
            int bit = hashes[place] >>> filterShift;
            filter[bit / Long.SIZE] |= 1L << bit;
            int slot = hashes[place] & mask;
            while (slots[slot] != 0) {
                if ((int) (slots[slot] >>> Integer.SIZE) == hashes[place]) {
                    throw new IllegalArgumentException("the hash " + hashes[place] + " is there twice");
                }
                slot = (slot + 1) & mask;
            }
            slots[slot] = ((long) hashes[place] << Integer.SIZE) | (place + 1);
        }
    }

    /** The place of a hash, or {@link #ABSENT}. */
    int find(int hash) {
        int bit = hash >>> filterShift;
        return (filter[bit / Long.SIZE] >>> bit & 1) == 0 ? ABSENT : search(hash);
    }

    private int search(int hash) {
        int slot = hash & mask;
        while (slots[slot] != 0) {
            if ((int) (slots[slot] >>> Integer.SIZE) == hash) {
                return (int) slots[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        return ABSENT;
    }
}
