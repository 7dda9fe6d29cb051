package dev.sentimentagent.sentiment;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where the known terms stand in a text; the many other words are only counted. Found in one pass, without an
 * object a word. Used for one text after another; confined to one thread.
 *
 * <p>A word is a run of letters and digits. Scripts that write no space between words, as Chinese and Japanese do, are no part of a
 * word, so that a Latin name among them is found.
 */
final class TermScan {
    private static final char FIRST_OF_SCRIPTS_WITHOUT_SPACES = '\u2E80';
    private static final int ASCII = 128;
    private static final int INITIAL_CAPACITY = 32;
    private static final byte[] IN_ASCII_WORD = new byte[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            IN_ASCII_WORD[c] = (byte) (Character.isLetterOrDigit(c) ? 1 : 0);
        }
    }

    private final WordTable known;
    private final TextBuffer buffer = new TextBuffer();
    /** Of each term: which it is, how many words stand before it, where it begins and where it ends. */
    private int[] terms = new int[INITIAL_CAPACITY];
    private int[] ordinals = new int[INITIAL_CAPACITY];
    private int[] starts = new int[INITIAL_CAPACITY];
    private int[] ends = new int[INITIAL_CAPACITY];
    private int size;
    /** Of each word of the text. */
    private int[] wordStarts = new int[INITIAL_CAPACITY];
    private int[] wordEnds = new int[INITIAL_CAPACITY];

    /** @param known the words that are terms; their places in the table stand for them */
    TermScan(WordTable known) {
        this.known = known;
    }

    /** Takes the terms of a text in place of those that it had. */
    void read(String text) {
        size = 0;
        buffer.set(text);
        scan(buffer.chars(), buffer.length());
    }

    int size() {
        return size;
    }

    /** The term at that index, as a place in the table. */
    int term(int index) {
        return terms[index];
    }

    /** Index of its first character in the text. */
    int start(int index) {
        return starts[index];
    }

    /** Index behind its last. */
    int end(int index) {
        return ends[index];
    }

    /** How many characters fit in the memory that it keeps; all else that it keeps is in proportion. */
    int capacity() {
        return buffer.capacity();
    }

    /** Whether the alias stands in the text from the given term on, as a whole and not as the beginning of a version number. */
    boolean matches(AliasPattern alias, int index) {
        int last = index + alias.length() - 1;
        if (last >= size) {
            return false;
        }
        for (int i = index + 1; i <= last; i++) {
            int word = i - index;
            if (ordinals[i] != ordinals[i - 1] + 1 || terms[i] != alias.words()[word]
                    || !isJoint(ends[i - 1], starts[i], alias.dotted()[word])) {
                return false;
            }
        }
        return !isVersion(ends[last]);
    }

    /** Whether one of the terms stands at most so many words before the first or after the last given term. */
    boolean hasNear(int first, int last, int reach, BitSet wanted) {
        for (int i = first - 1; i >= 0 && ordinals[first] - ordinals[i] <= reach; i--) {
            if (wanted.get(terms[i])) {
                return true;
            }
        }
        for (int i = last + 1; i < size && ordinals[i] - ordinals[last] <= reach; i++) {
            if (wanted.get(terms[i])) {
                return true;
            }
        }
        return false;
    }

    private void scan(char[] text, int length) {
        // No text has more words, and one more place is written to before it is known whether another word begins.
        int mostWords = text.length / 2 + 1;
        if (wordStarts.length < mostWords) {
            wordStarts = new int[mostWords];
            wordEnds = new int[mostWords];
        }
        // No branch depends on where words begin and end, which no processor can foresee. The space behind the text ends its last word.
        int begun = 0;
        int ended = 0;
        int before = 0;
        for (int at = 0; at <= length; at++) {
            int inside = inWord(text[at]);
            wordStarts[begun] = at;
            wordEnds[ended] = at;
            begun += inside & ~before;
            ended += before & ~inside;
            before = inside;
        }
        for (int word = 0; word < ended; word++) {
            int term = known.find(text, wordStarts[word], wordEnds[word]);
            if (term != WordTable.ABSENT) {
                add(term, word, wordStarts[word], wordEnds[word]);
            }
        }
    }

    private void add(int term, int ordinal, int start, int end) {
        if (size == terms.length) {
            terms = Arrays.copyOf(terms, size * 2);
            ordinals = Arrays.copyOf(ordinals, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        terms[size] = term;
        ordinals[size] = ordinal;
        starts[size] = start;
        ends[size++] = end;
    }

    /** 1 for what a word is made of, else 0. */
    private static int inWord(char c) {
        return c < ASCII ? IN_ASCII_WORD[c] : isInWord(c) ? 1 : 0;
    }

    private static boolean isInWord(char c) {
        return c < FIRST_OF_SCRIPTS_WITHOUT_SPACES && (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    /** A dot joins dotted words; one hyphen or underscore, or white space within a paragraph, joins others. */
    private boolean isJoint(int from, int to, boolean dotted) {
        char[] text = buffer.chars();
        if (to == from + 1 && (text[from] == '.' || text[from] == '-' || text[from] == '_' || text[from] == '\u2011')) {
            return dotted == (text[from] == '.');
        }
        int lineBreaks = 0;
        for (int i = from; i < to; i++) {
            if (CharacterKinds.of(text[i]) != CharacterKinds.SPACE) {
                return false;
            }
            lineBreaks += text[i] == '\n' ? 1 : 0;
        }
        return !dotted && lineBreaks <= 1;
    }

    private boolean isVersion(int end) {
        char[] text = buffer.chars();
        return end + 1 < buffer.length() && text[end] == '.' && text[end + 1] >= '0' && text[end + 1] <= '9';
    }
}
