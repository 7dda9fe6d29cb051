package dev.sentimentagent.standin;

/** Turns keys into numbers that look random: the finaliser of SplitMix64 (Steele, Lea, Flood 2014), chained over the parts. */
final class Hash {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Hash() {}

    static long mix(long key) {
        long z = key + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    static long mix(long first, long second) {
        return mix(mix(first) + second);
    }

    static long mix(long first, long second, long third) {
        return mix(mix(first, second) + third);
    }

    /** A number of 0 (inclusive) to 1 (exclusive) from the key. */
    static double unit(long key) {
        return (mix(key) >>> 11) * 0x1.0p-53;
    }
}
