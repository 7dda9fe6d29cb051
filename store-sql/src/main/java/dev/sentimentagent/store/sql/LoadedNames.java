package dev.sentimentagent.store.sql;

/**
 * Which fullnames may be stored, while all that is stored has been written by one load: a Bloom filter, so that it is bounded. Of ten million items, one in
 * fifty is held to be there that is not. Not thread-safe.
 */
final class LoadedNames {
    /** 8 MB of words; a name sets bits of one of them, so that it costs one look into memory. */
    private static final int WORDS_LOG = 20;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int BITS = 4;
    private static final int BIT_MASK = 63;
    private static final int BIT_LOG = 6;

    private final long[] words = new long[1 << WORDS_LOG];
    private long dataVersion;

    /** @param dataVersion of a store that holds no items */
    LoadedNames(long dataVersion) {
        this.dataVersion = dataVersion;
    }

    /** Whether it knows of all that is stored: nobody else has moved the version of the data. */
    boolean holdAt(long version) {
        return version == dataVersion;
    }

    /** What it is told of from now on will be stored under this version, or under none. */
    void moveTo(long version) {
        dataVersion = version;
    }

    /** Notes a name; gives whether it may have been noted before. If not, it was not. */
    boolean add(String fullname) {
        long hash = 0;
        for (int i = 0; i < fullname.length(); i++) {
            hash = (hash + fullname.charAt(i)) * MULTIPLIER;
        }
        hash ^= hash >>> 32;
        hash *= MULTIPLIER;
        int word = (int) (hash >>> (Long.SIZE - WORDS_LOG));
        long bits = 0;
        for (int i = 0; i < BITS; i++) {
            hash >>>= BIT_LOG;
            bits |= 1L << (hash & BIT_MASK);
        }
        boolean known = (words[word] & bits) == bits;
        words[word] |= bits;
        return known;
    }
}
