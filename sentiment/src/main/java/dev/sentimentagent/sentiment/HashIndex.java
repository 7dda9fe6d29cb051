package dev.sentimentagent.sentiment;

import java.util.Arrays;

/**
 * Gives each of a fixed set of 32-bit hashes its place, which is its rank among them. The upper bits of a hash lead to a bucket of about one;
 * a few bits a bucket tell of most hashes that are not there. Small enough for a processor's own memory, where most of the time goes to waiting
 * for it. Immutable and therefore thread-safe.
 */
final class HashIndex {
    static final int ABSENT = -1;

    /** Bits of a bucket's mask: a hash that is not in the set finds its own one set in one of fourteen cases. */
    private static final int MASK_BITS = Character.SIZE;
    /** No place, and behind every place: a search needs not look for the end. */
    private static final int BEHIND = Integer.MAX_VALUE;
    private static final int SENTINELS = 4;

    private final int size;
    /** Ascending, with {@link #BEHIND} at the end, a few times. */
    private final int[] hashes;
    private final int shift;
    /** By bucket, one bit for the lower bits of each hash that is there. */
    private final char[] masks;
    /** By bucket, the place of its first hash. */
    private final int[] starts;

    /** @param ascending each once; the place of each is its index here */
    HashIndex(int[] ascending) {
        size = ascending.length;
        hashes = Arrays.copyOf(ascending, size + SENTINELS);
        Arrays.fill(hashes, size, hashes.length, BEHIND);
        int buckets = Integer.highestOneBit(Math.max(MASK_BITS, size + size / 3));
        shift = Integer.numberOfLeadingZeros(buckets) + 1;
        masks = new char[buckets];
        starts = new int[buckets];
        Arrays.fill(starts, size);
        for (int place = size - 1; place >= 0; place--) {
            if (place > 0 && hashes[place - 1] >= hashes[place]) {
                throw new IllegalArgumentException("the hash " + hashes[place] + " is there twice, or not behind all that are less");
            }
            int bucket = bucket(hashes[place]);
            masks[bucket] |= (char) (1 << (hashes[place] & (MASK_BITS - 1)));
            starts[bucket] = place;
        }
    }

    /** How many hashes there are. */
    int size() {
        return size;
    }

    /** The place of a hash, or {@link #ABSENT}. */
    int find(int hash) {
        return mayHave(hash) == 0 ? ABSENT : search(hash);
    }

    /** The place of a hash, or {@link #size} if it has none: as fast for what is there as for what is not. */
    int findOrSize(int hash) {
        int place = firstNotLess(hash);
        int difference = hashes[place] ^ hash;
        return place + ((size - place) & ((difference | -difference) >> (Integer.SIZE - 1)));
    }

    /**
     * Looks for several.
     *
     * @param places takes the places of those that are there, in their order; as long as the number of those wanted at least
     * @return how many are there
     */
    int findAll(int[] wanted, int count, int[] places) {
        // Two loops, so that what a processor cannot foresee, which are there, does not make it wait for each.
        int candidates = 0;
        for (int i = 0; i < count; i++) {
            places[candidates] = wanted[i];
            candidates += mayHave(wanted[i]);
        }
        int found = 0;
        for (int i = 0; i < candidates; i++) {
            int place = search(places[i]);
            if (place != ABSENT) {
                places[found++] = place;
            }
        }
        return found;
    }

    /** 1 if the hash may be there, 0 if it is not. */
    private int mayHave(int hash) {
        return (masks[bucket(hash)] >>> (hash & (MASK_BITS - 1))) & 1;
    }

    private int search(int hash) {
        int place = firstNotLess(hash);
        return hashes[place] == hash && place < size ? place : ABSENT;
    }

    private int firstNotLess(int hash) {
        int start = starts[bucket(hash)];
        // Without a branch, for as many as nearly every bucket has.
        int place = start + less(hashes[start], hash) + less(hashes[start + 1], hash) + less(hashes[start + 2], hash);
        while (hashes[place] < hash) {
            place++;
        }
        return place;
    }

    /** 1 if one is less than the other, else 0; without a branch, whatever the compiler thinks of it. */
    private static int less(int one, int other) {
        return (int) (((long) one - other) >>> (Long.SIZE - 1));
    }

    /** In the order of the hashes, the negative ones first. */
    private int bucket(int hash) {
        return (hash ^ Integer.MIN_VALUE) >>> shift;
    }
}
