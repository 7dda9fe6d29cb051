package dev.sentimentagent.sentiment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Gives each of a fixed list of lower-case ASCII words a number, and tells that of the word that a range of characters spells. Open addressing with linear probing, at most a quarter full. A word of up to sixteen characters is compared as two {@code long}s, and nearly all
 * look-ups take no branch that depends on the word: which ones are known no processor can foresee. Immutable and therefore thread-safe.
 */
final class WordCodes {
    /** The number of a word that is not in the list. */
    static final int ABSENT = 0;

    private static final int SLOTS_PER_WORD = 4;
    /** So that of a short list, too, hardly any other word is looked for further than in the filter. */
    private static final int FEWEST_SLOTS = 1 << 12;
    private static final int HALF = Long.BYTES;
    /** How many characters of a word are in its halves. */
    private static final int BOTH = 2 * HALF;
    private static final int BITS_OF_INDEX = 6;
    /** By length, which bits of its halves a word has. */
    private static final long[] FIRST = new long[BOTH + 1];
    private static final long[] SECOND = new long[BOTH + 1];
    /** Of Fibonacci hashing, 2⁶⁴ over the golden ratio; and another odd number. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long SPREAD_SECOND = 0xC2B2AE3D27D4EB4FL;
    /** Of a slot whose word is not the last of those that begin a search there, beside the word. */
    private static final int MORE = Short.MIN_VALUE;

    static {
        for (int length = 1; length <= BOTH; length++) {
            FIRST[length] = -1L >>> (Long.SIZE - Math.min(length, HALF) * Byte.SIZE);
            SECOND[length] = length <= HALF ? 0 : -1L >>> (Long.SIZE - (length - HALF) * Byte.SIZE);
        }
    }

    private final int shift;
    /** Two bits a slot, of which a word sets one: most words are not in the list, and this small part of it says so. */
    private final long[] filter;
    /** Each has a word, counted from 1, or 0; the first is empty and stands for all words that the filter does not know. Small, so that it stays in a cache. */
    private final short[] slots;
    /** By word, its number. */
    private final int[] numbers;
    /** By word, its two halves. */
    private final long[] halves;
    /** The few that are longer than their halves, with their numbers. */
    private final byte[][] longWords;
    private final int[] longNumbers;

    /**
     * A table of words.
     *
     * @param numbering gives the number, above 0, for the place of a word in the list
     * @throws IllegalArgumentException if a word is empty or cannot be the lower-case form of anything, or if there are more than 32 767
     */
    WordCodes(List<String> list, IntUnaryOperator numbering) {
        list.forEach(WordCodes::check);
        if (list.size() > Short.MAX_VALUE) {
            throw new IllegalArgumentException("more than " + Short.MAX_VALUE + " words: " + list.size());
        }
        int size = Math.max(FEWEST_SLOTS, Integer.highestOneBit(Math.max(1, list.size()) * SLOTS_PER_WORD) << 1);
        shift = Long.SIZE - Integer.numberOfTrailingZeros(size);
        filter = new long[2 * size / Long.SIZE];
        // A search that begins at the end goes on behind it.
        slots = new short[1 + size + size / SLOTS_PER_WORD];
        numbers = new int[1 + list.size()];
        halves = new long[2 * numbers.length];
        int[] longPlaces = new int[list.size()];
        int longs = 0;
        for (int place = 0; place < list.size(); place++) {
            if (list.get(place).length() > BOTH) {
                longPlaces[longs++] = place;
            } else {
                put(list.get(place), place + 1);
                numbers[place + 1] = numbering.applyAsInt(place);
            }
        }
        longWords = Arrays.stream(longPlaces, 0, longs).mapToObj(place -> list.get(place).getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        longNumbers = Arrays.stream(longPlaces, 0, longs).map(numbering).toArray();
    }

    private void put(String spelling, int word) {
        byte[] bytes = Arrays.copyOf(spelling.getBytes(StandardCharsets.US_ASCII), BOTH);
        long first = TextBits.eight(bytes, 0);
        long second = TextBits.eight(bytes, HALF);
        long hash = hash(first, second);
        int bit = filterBitOf(hash);
        filter[bit >> BITS_OF_INDEX] |= 1L << bit;
        int slot = slotOf(hash);
        while (slots[slot] != 0) {
            slots[slot++] |= MORE;
        }
        slots[slot] = (short) word;
        halves[2 * word] = first;
        halves[2 * word + 1] = second;
    }

    /**
     * The number of the word that the given range spells, or {@link #ABSENT}.
     *
     * @param text as {@link TextBits#bytes} has it, without a NUL in the range
     * @param length at least 1
     */
    int find(byte[] text, int from, int length) {
        if (length > BOTH) {
            return findLong(text, from, length);
        }
        long first = TextBits.eight(text, from) & FIRST[length];
        long second = TextBits.eight(text, from + HALF) & SECOND[length];
        long hash = hash(first, second);
        int bit = filterBitOf(hash);
        int slot = slotOf(hash) & -(int) (filter[bit >> BITS_OF_INDEX] >>> bit & 1);
        int entry = slots[slot];
        int word = entry & ~MORE;
        long difference = (first ^ halves[2 * word]) | (second ^ halves[2 * word + 1]);
        int differs = (int) ((difference | -difference) >> (Long.SIZE - 1));
        return (entry & differs) < 0 ? findBehind(slot, first, second) : numbers[word] & ~differs;
    }

    /** Looks for a word behind a slot that has another. */
    private int findBehind(int start, long first, long second) {
        int slot = start;
        while (slots[slot] < 0) {
            slot++;
            int word = slots[slot] & ~MORE;
            if (halves[2 * word] == first && halves[2 * word + 1] == second) {
                return numbers[word];
            }
        }
        return ABSENT;
    }

    private int findLong(byte[] text, int from, int length) {
        for (int i = 0; i < longWords.length; i++) {
            if (longWords[i].length == length && spells(longWords[i], text, from)) {
                return longNumbers[i];
            }
        }
        return ABSENT;
    }

    private static boolean spells(byte[] word, byte[] text, int from) {
        for (int i = 0; i < word.length; i++) {
            if (word[i] != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    private static long hash(long first, long second) {
        return (first ^ (second * SPREAD_SECOND)) * SPREAD;
    }

    private int slotOf(long hash) {
        return 1 + (int) (hash >>> shift);
    }

    private int filterBitOf(long hash) {
        return (int) (hash >>> (shift - 1));
    }

    private static void check(String word) {
        if (word.isEmpty() || word.chars().anyMatch(c -> c <= ' ' || c > '~' || (c >= 'A' && c <= 'Z'))) {
            throw new IllegalArgumentException("not a word in lower-case ASCII: '" + word + "'");
        }
    }
}
