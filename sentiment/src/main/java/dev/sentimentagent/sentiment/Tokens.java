package dev.sentimentagent.sentiment;

import java.util.Arrays;

/**
 * The words and emoticons of a text, what is known of each, and the emphasis that the text puts on them. Found in one pass; confined to
 * one thread.
 */
final class Tokens {
    /** A token that has no more characters than this without its punctuation is taken for an emoticon and keeps it. */
    private static final int LONGEST_EMOTICON_CORE = 2;
    private static final int CHARS_PER_TOKEN = 4;

    private final char[] text;
    private final Vocabulary vocabulary;
    private Word[] words;
    private boolean[] capitals;
    private int size;
    private int sizeInCapitals;
    private int[] rated = new int[8];
    private int ratedSize;
    private int firstBut = -1;
    private int exclamationMarks;
    private int questionMarks;

    private Tokens(String text, Vocabulary vocabulary) {
        this.text = text.toCharArray();
        this.vocabulary = vocabulary;
        int capacity = text.length() / CHARS_PER_TOKEN + 2;
        words = new Word[capacity];
        capitals = new boolean[capacity];
    }

    /** @param text with its emoji spelt out */
    static Tokens of(String text, Vocabulary vocabulary) {
        Tokens tokens = new Tokens(text, vocabulary);
        tokens.split();
        return tokens;
    }

    int size() {
        return size;
    }

    Word word(int index) {
        return words[index];
    }

    /** Whether the token is in capitals and others are not. */
    boolean isEmphasized(int index) {
        return capitals[index] && sizeInCapitals < size;
    }

    /** How many tokens have a rating of their own. */
    int ratedSize() {
        return ratedSize;
    }

    /** Index of the n-th token that has a rating. */
    int ratedIndex(int n) {
        return rated[n];
    }

    /** Index of the first "but", or −1. */
    int firstBut() {
        return firstBut;
    }

    int exclamationMarks() {
        return exclamationMarks;
    }

    int questionMarks() {
        return questionMarks;
    }

    private void split() {
        int at = 0;
        while (at < text.length) {
            int start = at;
            int kinds = 0;
            int kind = 0;
            while (at < text.length) {
                int codePoint = text[at];
                int width = 1;
                if (Character.isHighSurrogate(text[at])) {
                    codePoint = Character.codePointAt(text, at);
                    width = Character.charCount(codePoint);
                }
                kind = CharacterKinds.of(codePoint);
                if (kind == CharacterKinds.SPACE) {
                    break;
                }
                kinds |= kind;
                at += width;
            }
            if (at > start) {
                add(start, at, kinds);
            }
            at++;
        }
    }

    private void add(int start, int end, int kinds) {
        if ((kinds & (CharacterKinds.EXCLAMATION_MARK | CharacterKinds.QUESTION_MARK)) != 0) {
            countMarks(start, end);
        }
        int from = start;
        int to = end;
        if ((kinds & CharacterKinds.PUNCTUATION) != 0) {
            while (from < to && CharacterKinds.isPunctuation(text[from])) {
                from++;
            }
            while (to > from && CharacterKinds.isPunctuation(text[to - 1])) {
                to--;
            }
            if (isEmoticonCore(from, to)) {
                from = start;
                to = end;
            }
        }
        Word word = vocabulary.find(text, from, to);
        if (word == null) {
            word = (kinds & CharacterKinds.APOSTROPHE) != 0 && hasContractedNot(from, to) ? Word.CONTRACTED_NOT : Word.UNKNOWN;
        }
        add(word, (kinds & (CharacterKinds.UPPER_CASE | CharacterKinds.NOT_UPPER_CASE)) == CharacterKinds.UPPER_CASE);
    }

    private void add(Word word, boolean inCapitals) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            capitals = Arrays.copyOf(capitals, size * 2);
        }
        if (word.rated) {
            if (ratedSize == rated.length) {
                rated = Arrays.copyOf(rated, ratedSize * 2);
            }
            rated[ratedSize++] = size;
        } else if (word.is(Word.Role.BUT) && firstBut < 0) {
            firstBut = size;
        }
        if (inCapitals) {
            sizeInCapitals++;
        }
        words[size] = word;
        capitals[size++] = inCapitals;
    }

    private void countMarks(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] == '!') {
                exclamationMarks++;
            } else if (text[i] == '?') {
                questionMarks++;
            }
        }
    }

    /** Counts code points, as the reference does, where there are few enough characters that it matters. */
    private boolean isEmoticonCore(int from, int to) {
        int length = to - from;
        return length <= LONGEST_EMOTICON_CORE
                || (length <= 2 * LONGEST_EMOTICON_CORE && Character.codePointCount(text, from, length) <= LONGEST_EMOTICON_CORE);
    }

    private boolean hasContractedNot(int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (text[i] == '\'' && (text[i - 1] | 0x20) == 'n' && (text[i + 1] | 0x20) == 't') {
                return true;
            }
        }
        return false;
    }
}
