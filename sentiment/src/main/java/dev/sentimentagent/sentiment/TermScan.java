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
    private static final boolean[] IN_ASCII_WORD = new boolean[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            IN_ASCII_WORD[c] = Character.isLetterOrDigit(c);
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
        int ordinal = 0;
        int at = 0;
        while (at < length) {
            int start = at;
            int hash = WordTable.EMPTY_HASH;
            // The space behind the text ends its last word.
            while (isInWord(text[at])) {
                hash = WordTable.hash(hash, text[at++]);
            }
            if (at > start) {
                int term = known.find(text, start, at, hash);
                if (term != WordTable.ABSENT) {
                    add(term, ordinal, start, at);
                }
                ordinal++;
            }
            at++;
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

    private static boolean isInWord(char c) {
        if (c < ASCII) {
            return IN_ASCII_WORD[c];
        }
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
