package dev.sentimentagent.sentiment;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fixed map from lower-case ASCII words to values that is asked with a range of characters, so that a look-up makes no string: open
 * addressing with linear probing, at most a quarter full. Immutable and therefore thread-safe.
 */
final class WordTable<V> {
    /** The hash of no characters. */
    static final int EMPTY_HASH = 0;

    private static final char KELVIN_SIGN = '\u212A';
    private static final int SLOTS_PER_WORD = 4;
    /** Of Fibonacci hashing: 2³² over the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    private final int mask;
    private final int shift;
    private final int longest;
    /** By slot; {@link #EMPTY_HASH} in a free one. Apart from the words, so that a miss, the common case, touches little memory. */
    private final int[] hashes;
    private final char[][] words;
    private final Object[] values;

    /** @throws IllegalArgumentException if a word is empty or cannot be the lower-case form of anything */
    WordTable(Map<String, V> entries) {
        int slots = Integer.highestOneBit(Math.max(1, entries.size()) * SLOTS_PER_WORD) << 1;
        mask = slots - 1;
        shift = Integer.numberOfLeadingZeros(mask);
        hashes = new int[slots];
        words = new char[slots][];
        values = new Object[slots];
        longest = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
        entries.forEach(this::put);
    }

    private void put(String word, V value) {
        char[] chars = word.toCharArray();
        int hash = hash(chars, 0, chars.length);
        if (hash == EMPTY_HASH || !isFolded(chars)) {
            throw new IllegalArgumentException("not a word in lower-case ASCII: '" + word + "'");
        }
        int slot = slotOf(hash);
        while (hashes[slot] != EMPTY_HASH) {
            slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        words[slot] = chars;
        values[slot] = value;
    }

    /**
     * The value of the word that the given range spells in whatever case, or null.
     *
     * @param hash of the range, from {@link #hash}
     */
    @SuppressWarnings("unchecked") // put() stores nothing but V
    @Nullable
    V find(char[] text, int from, int to, int hash) {
        if (to - from > longest) {
            return null;
        }
        for (int slot = slotOf(hash); hashes[slot] != EMPTY_HASH; slot = (slot + 1) & mask) {
            if (hashes[slot] == hash && spells(words[slot], text, from, to)) {
                return (V) values[slot];
            }
        }
        return null;
    }

    /** The hash of a range, the same for upper and lower case. */
    static int hash(char[] text, int from, int to) {
        int hash = EMPTY_HASH;
        for (int i = from; i < to; i++) {
            hash = hash(hash, text[i]);
        }
        return hash;
    }

    /** The hash of a range one character longer than that of the given hash. */
    static int hash(int hash, char next) {
        // Sets the bit that tells "a" from "A". That some other characters fall together as well does no harm.
        return 31 * hash + (next == KELVIN_SIGN ? 'k' : next | 0x20);
    }

    private int slotOf(int hash) {
        return (hash * SPREAD) >>> shift;
    }

    private static boolean spells(char[] word, char[] text, int from, int to) {
        if (word.length != to - from) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (word[i] != fold(text[from + i])) {
                return false;
            }
        }
        return true;
    }

    /** Lower case; beside A–Z, the Kelvin sign is the one character of Unicode whose lower-case form is ASCII. */
    private static char fold(char c) {
        if (c >= 'A' && c <= 'Z') {
            return (char) (c | 0x20);
        }
        return c == KELVIN_SIGN ? 'k' : c;
    }

    private static boolean isFolded(char[] word) {
        char[] folded = word.clone();
        for (int i = 0; i < folded.length; i++) {
            if (folded[i] > '~') {
                return false;
            }
            folded[i] = fold(folded[i]);
        }
        return Arrays.equals(word, folded);
    }
}
