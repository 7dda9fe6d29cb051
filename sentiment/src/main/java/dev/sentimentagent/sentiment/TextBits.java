package dev.sentimentagent.sentiment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the characters of a text are, as bits: of each, whether a word may end there and whether it is a letter or digit, those of ASCII. So
 * where a word ends is found by counting zeros, not by looking at each character. Eight characters are classified at a time, in the bytes of a
 * {@code long}. Used for one text after another; confined to one thread.
 */
final class TextBits {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    /** The upper bit of each byte: what a class of characters is told by. */
    private static final long UPPER_BITS = 0x8080808080808080L;
    private static final long LOWER_BITS = 0x7F * EACH;
    /** The bit that tells "a" from "A". */
    private static final long CASE_BITS = 0x20 * EACH;
    /** Multiplied by it, the lowest bits of eight bytes come to stand side by side in the uppermost byte. */
    private static final long SIDE_BY_SIDE = 0x0102040810204080L;
    /** Beside A–Z, the one character of Unicode whose lower-case form is ASCII. */
    private static final char KELVIN_SIGN = '\u212A';
    private static final long EXCLAMATION_MARKS = '!' * EACH;
    private static final long QUESTION_MARKS = '?' * EACH;
    /** What stands for all characters beyond Latin-1. */
    private static final byte NOT_LATIN = -1;
    private static final int BLOCK_SHIFT = 6;
    private static final int INITIAL_BLOCKS = 4;

    private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();
    private CharBuffer source = CharBuffer.allocate(0);
    private byte[] bytes = new byte[INITIAL_BLOCKS * Long.SIZE];
    private ByteBuffer narrowed = ByteBuffer.wrap(bytes);
    /** One more than blocks of a text, so that whoever looks for an end finds one. */
    private long[] ends = new long[INITIAL_BLOCKS];
    private long[] letters = new long[INITIAL_BLOCKS];
    private int exclamationMarks;
    private int questionMarks;

    /** Takes a text in place of the one that it had. */
    void read(char[] text, int length) {
        int blocks = (length >> BLOCK_SHIFT) + 1;
        if (blocks >= ends.length) {
            int capacity = Integer.highestOneBit(blocks) << 1;
            bytes = new byte[capacity << BLOCK_SHIFT];
            narrowed = ByteBuffer.wrap(bytes);
            ends = new long[capacity];
            letters = new long[capacity];
        }
        narrow(text, length);
        Arrays.fill(bytes, length, blocks << BLOCK_SHIFT, (byte) ' ');
        exclamationMarks = 0;
        questionMarks = 0;
        for (int block = 0; block < blocks; block++) {
            classify(block);
        }
        ends[blocks] = -1;
        letters[blocks] = 0;
    }

    /** The characters, a byte each, in lower case; less than 0 for what is not ASCII. Bytes of no account follow. Not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    int exclamationMarks() {
        return exclamationMarks;
    }

    int questionMarks() {
        return questionMarks;
    }

    /** How many characters from that one on, at most 64, can end no word: are neither white space, nor controls, nor out of ASCII. */
    int lengthOfWord(int at) {
        return Long.numberOfTrailingZeros(from(ends, at));
    }

    /** Of 64 characters from that one on, the first in the lowest bit: which are letters or digits of ASCII. */
    long letters(int at) {
        return from(letters, at);
    }

    /** Makes ASCII of a character if its lower-case form is. */
    void fold(char c, int at) {
        if (c == KELVIN_SIGN) {
            bytes[at] = 'k';
        }
    }

    /** Eight bytes, the first in the lowest. */
    static long eight(byte[] bytes, int at) {
        return (long) EIGHT.get(bytes, at);
    }

    private static long from(long[] bits, int at) {
        int block = at >> BLOCK_SHIFT;
        return (bits[block] >>> at) | (bits[block + 1] << 1 << ~at);
    }

    /** By an encoder, which does it many characters at a time. */
    @SuppressWarnings("ReferenceEquality") // The same array, whatever is in it.
    private void narrow(char[] text, int length) {
        if (source.array() != text) {
            source = CharBuffer.wrap(text);
        }
        source.clear().limit(length);
        narrowed.clear();
        encoder.encode(source, narrowed, false);
        while (source.hasRemaining()) {
            source.get();
            narrowed.put(NOT_LATIN);
            encoder.encode(source, narrowed, false);
        }
    }

    private void classify(int block) {
        int start = block << BLOCK_SHIFT;
        long blockEnds = 0;
        long blockLetters = 0;
        long marks = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            long eight = eight(bytes, start + shift);
            long ascii = eight & LOWER_BITS;
            long folded = ascii | CASE_BITS;
            long letter = atLeast(folded, 'a') & ~atLeast(folded, 'z' + 1) & ~eight;
            long digit = atLeast(ascii, '0') & ~atLeast(ascii, '9' + 1) & ~eight;
            long end = ~atLeast(ascii, ' ' + 1) | atLeast(ascii, 0x7F) | eight;
            long capital = letter & ~(ascii << 2) & UPPER_BITS;
            EIGHT.set(bytes, start + shift, eight | (capital >>> 2));
            blockLetters |= sideBySide(letter | digit) << shift;
            blockEnds |= sideBySide(end) << shift;
            // Below 0 where the mark is; that it may borrow from the next does not matter here.
            marks |= ((ascii ^ EXCLAMATION_MARKS) - EACH) | ((ascii ^ QUESTION_MARKS) - EACH);
        }
        ends[block] = blockEnds;
        letters[block] = blockLetters;
        if ((marks & UPPER_BITS) != 0) {
            countMarks(start);
        }
    }

    private void countMarks(int start) {
        for (int i = start; i < start + Long.SIZE; i++) {
            exclamationMarks += bytes[i] == '!' ? 1 : 0;
            questionMarks += bytes[i] == '?' ? 1 : 0;
        }
    }

    /** Sets the upper bit of each byte that is at least so much; of bytes of seven bits. */
    private static long atLeast(long ascii, int least) {
        return ascii + (0x80 - least) * EACH;
    }

    /** The upper bits of eight bytes, as one byte. */
    private static long sideBySide(long upperBits) {
        return (((upperBits >>> 7) & EACH) * SIDE_BY_SIDE) >>> (Long.SIZE - Byte.SIZE);
    }
}
