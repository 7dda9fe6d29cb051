package dev.sentimentagent.sentiment;

import java.util.Arrays;
import java.util.List;

/**
 * A fixed list of lower-case ASCII words that is asked with a range of characters for the place of the word that they spell, so that a
 * look-up makes no string: open addressing with linear probing, at most a quarter full. Immutable and therefore thread-safe.
 */
final class WordTable {
    /** The place of a word that is not in the list. */
    static final int ABSENT = -1;
    /** The hash of no characters. */
    static final int EMPTY_HASH = 0;

    private static final char KELVIN_SIGN = '\u212A';
    private static final int SLOTS_PER_WORD = 4;
    /** Bits of a letter, the same for both cases, that a beginning is known by. */
    private static final int LETTER_BITS = 5;
    private static final int LETTER_MASK = (1 << LETTER_BITS) - 1;
    private static final int LENGTH_MASK = 15;
    /** Of Fibonacci hashing: 2³² over the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    private final int mask;
    private final int shift;
    private final int longest;
    /** Two bits a slot, of which a word sets one: most words are not in the list, and this small part of it says so. */
    private final long[] filter;
    /** By slot; {@link #EMPTY_HASH} in a free one. */
    private final int[] hashes;
    private final int[] places;
    private final char[][] words;
    /** A bit for each pair of first letters and length that a word has. */
    private final long[] beginnings = new long[((LENGTH_MASK + 1) << (2 * LETTER_BITS)) / Long.SIZE];

    /** @throws IllegalArgumentException if a word is empty or cannot be the lower-case form of anything */
    WordTable(List<String> list) {
        int slots = Math.max(Long.SIZE, Integer.highestOneBit(Math.max(1, list.size()) * SLOTS_PER_WORD) << 1);
        mask = slots - 1;
        shift = Integer.numberOfLeadingZeros(mask);
        filter = new long[2 * slots / Long.SIZE];
        hashes = new int[slots];
        places = new int[slots];
        words = list.stream().map(String::toCharArray).toArray(char[][]::new);
        longest = list.stream().mapToInt(String::length).max().orElse(0);
        for (int place = 0; place < words.length; place++) {
            put(place);
        }
    }

    private void put(int place) {
        char[] word = words[place];
        int hash = hash(word, 0, word.length);
        if (hash == EMPTY_HASH || !isFolded(word)) {
            throw new IllegalArgumentException("not a word in lower-case ASCII: '" + new String(word) + "'");
        }
        int bit = filterBitOf(hash);
        filter[bit / Long.SIZE] |= 1L << bit;
        int beginning = beginning(word, 0, word.length);
        beginnings[beginning / Long.SIZE] |= 1L << beginning;
        int slot = slotOf(hash);
        while (hashes[slot] != EMPTY_HASH) {
            slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        places[slot] = place;
    }

    /**
     * The place in the list of the word that the given range spells in whatever case, or {@link #ABSENT}.
     *
     * @param hash of the range, from {@link #hash}
     */
    int find(char[] text, int from, int to, int hash) {
        int bit = filterBitOf(hash);
        return (filter[bit / Long.SIZE] >>> bit & 1) == 0 || to - from > longest ? ABSENT : search(text, from, to, hash);
    }

    /** The same without a hash, which is made of few ranges: for a list of so few words that hardly any other begins like one. */
    int find(char[] text, int from, int to) {
        int beginning = beginning(text, from, to);
        return (beginnings[beginning / Long.SIZE] >>> beginning & 1) == 0 ? ABSENT : find(text, from, to, hash(text, from, to));
    }

    private int search(char[] text, int from, int to, int hash) {
        for (int slot = slotOf(hash); hashes[slot] != EMPTY_HASH; slot = (slot + 1) & mask) {
            if (hashes[slot] == hash && spells(words[places[slot]], text, from, to)) {
                return places[slot];
            }
        }
        return ABSENT;
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
        return 31 * hash + (next < CharacterKinds.ASCII || next != KELVIN_SIGN ? next | 0x20 : 'k');
    }

    /** Of the first two letters and the length; the same for all spellings of a word. */
    private static int beginning(char[] text, int from, int to) {
        int first = letter(text[from]);
        int second = to - from > 1 ? letter(text[from + 1]) : 0;
        return (((to - from) & LENGTH_MASK) << (2 * LETTER_BITS)) | (first << LETTER_BITS) | second;
    }

    private static int letter(char c) {
        return (c == KELVIN_SIGN ? 'k' : c) & LETTER_MASK;
    }

    private int slotOf(int hash) {
        return (hash * SPREAD) >>> shift;
    }

    private int filterBitOf(int hash) {
        return (hash * SPREAD) >>> (shift - 1);
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
