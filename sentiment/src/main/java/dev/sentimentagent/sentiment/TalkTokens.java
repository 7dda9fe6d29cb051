package dev.sentimentagent.sentiment;

import java.util.Arrays;

/**
 * The words, marks, emoticons and emoji that an author of a text on Reddit wrote himself, as numbers: what he quotes, code, tables,
 * addresses and the signatures of bots leave a placeholder or nothing ({@link TalkLines}, {@link TalkWords}). Found in one pass, without an
 * object a token. Used for one text after another; confined to one thread.
 */
final class TalkTokens {
    static final int CODE = TalkHash.of("<code>");
    static final int URL = TalkHash.of("<url>");
    static final int USER = TalkHash.of("<user>");
    static final int NUMBER = TalkHash.of("<num>");
    static final int ELLIPSIS = TalkHash.of("...");

    /** The token is a word rather than a mark or a placeholder. */
    static final int WORD = 1;
    /** A word of two or more letters, all of them capitals. */
    static final int CAPITALS = 2;
    /** A clause ends before the token: a comma, a bracket, a dash, or what ends a sentence. */
    static final int CLAUSE = 4;
    /** A sentence ends before the token. */
    static final int SENTENCE = 8;
    /** A letter stands three times or more in a row, as in "sooo". */
    static final int STRETCHED = 16;
    /** Two or more of its letters are of another script than the Latin one: one alone is a sign, or part of a face. */
    static final int FOREIGN_SCRIPT = 32;

    private static final int INITIAL_CAPACITY = 1 << 8;

    private final TalkLines lines;
    private int[] hashes = new int[INITIAL_CAPACITY];
    private byte[] kinds = new byte[INITIAL_CAPACITY];
    /** Where each token begins in the text. */
    private int[] starts = new int[INITIAL_CAPACITY];
    private int size;
    /** What ends before the next token. */
    private int ended;
    private int exclamationMarks;
    private int questionMarks;
    private int letters;
    private int foreignLetters;

    TalkTokens(TalkLexicon lexicon) {
        this.lines = new TalkLines(new TalkWords(lexicon, this), this);
    }

    /** Takes the tokens of a text in place of those that it had. */
    void read(String text) {
        read(text, 0, text.length());
    }

    /** Takes the tokens of a part of a text in place of those that it had; their places are those in that part. */
    void read(String text, int from, int to) {
        size = 0;
        ended = 0;
        exclamationMarks = 0;
        questionMarks = 0;
        letters = 0;
        foreignLetters = 0;
        lines.read(text, from, to);
    }

    int size() {
        return size;
    }

    int hash(int index) {
        return hashes[index];
    }

    /** What the token is and what ends before it, as a set of bits. */
    int kind(int index) {
        return kinds[index];
    }

    boolean is(int index, int kind) {
        return (kinds[index] & kind) != 0;
    }

    int start(int index) {
        return starts[index];
    }

    int exclamationMarks() {
        return exclamationMarks;
    }

    int questionMarks() {
        return questionMarks;
    }

    int letters() {
        return letters;
    }

    /** How many letters are of another script than the Latin one. */
    int foreignLetters() {
        return foreignLetters;
    }

    /** How many characters fit in the memory that it keeps; all else that it keeps is in proportion. */
    int capacity() {
        return lines.capacity();
    }

    boolean endsWithCode() {
        return size > 0 && hashes[size - 1] == CODE;
    }

    void add(int hash, int kind, int start) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
        }
        hashes[size] = hash;
        starts[size] = start;
        kinds[size++] = (byte) (kind | ended);
        ended = 0;
    }

    /** Ends a clause before the next token. */
    void endClause() {
        ended |= CLAUSE;
    }

    /** Ends a sentence, and with it a clause, before the next token. */
    void endSentence() {
        ended |= CLAUSE | SENTENCE;
    }

    void countMarks(int exclamations, int questions) {
        exclamationMarks += exclamations;
        questionMarks += questions;
    }

    /** @param foreign how many of them are of another script than the Latin one */
    void countLetters(int count, int foreign) {
        letters += count;
        foreignLetters += foreign;
    }
}
