package dev.sentimentagent.sentiment;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Where the known terms stand in a text; the many other words are only counted. Found in one pass; confined to one thread.
 *
 * <p>A word is a run of letters and digits. Scripts that write no space between words, as Chinese and Japanese do, are no part of a
 * word, so that a Latin name among them is found.
 */
final class TermScan {
    private static final char FIRST_OF_SCRIPTS_WITHOUT_SPACES = '\u2E80';
    private static final int ASCII = 128;
    private static final boolean[] IN_ASCII_WORD = new boolean[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            IN_ASCII_WORD[c] = Character.isLetterOrDigit(c);
        }
    }

    private final char[] text;
    private Term[] terms = new Term[8];
    /** Of each term: how many words stand before it, where it begins and where it ends. */
    private int[] ordinals = new int[8];
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int size;

    TermScan(String text, WordTable<Term> known) {
        this.text = text.toCharArray();
        scan(known);
    }

    int size() {
        return size;
    }

    Term term(int index) {
        return terms[index];
    }

    /** Whether the alias stands in the text from the given term on, as a whole and not as the beginning of a version number. */
    boolean matches(Alias alias, int index) {
        int last = index + alias.words().size() - 1;
        if (last >= size) {
            return false;
        }
        for (int i = index + 1; i <= last; i++) {
            int word = i - index;
            if (ordinals[i] != ordinals[i - 1] + 1 || !terms[i].word().equals(alias.words().get(word))
                    || !isJoint(ends[i - 1], starts[i], alias.dotted().get(word))) {
                return false;
            }
        }
        return !isVersion(ends[last]);
    }

    /** Whether a term that satisfies the condition stands at most so many words before the first or after the last given term. */
    boolean hasNear(int first, int last, int reach, Predicate<Term> condition) {
        for (int i = first - 1; i >= 0 && ordinals[first] - ordinals[i] <= reach; i--) {
            if (condition.test(terms[i])) {
                return true;
            }
        }
        for (int i = last + 1; i < size && ordinals[i] - ordinals[last] <= reach; i++) {
            if (condition.test(terms[i])) {
                return true;
            }
        }
        return false;
    }

    private void scan(WordTable<Term> known) {
        int ordinal = 0;
        int at = 0;
        while (at < text.length) {
            int start = at;
            int hash = WordTable.EMPTY_HASH;
            while (at < text.length && isInWord(text[at])) {
                hash = WordTable.hash(hash, text[at++]);
            }
            if (at > start) {
                Term term = known.find(text, start, at, hash);
                if (term != null) {
                    add(term, ordinal, start, at);
                }
                ordinal++;
            }
            at++;
        }
    }

    private void add(Term term, int ordinal, int start, int end) {
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
        return end + 1 < text.length && text[end] == '.' && text[end + 1] >= '0' && text[end + 1] <= '9';
    }
}
