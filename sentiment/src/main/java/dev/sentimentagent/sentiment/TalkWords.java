package dev.sentimentagent.sentiment;

import java.util.Arrays;

/** Finds the words, numbers, emoticons and emoji in a line of a text; {@link TalkMarks} finds the rest. Used for one text after another; confined to one thread. */
final class TalkWords {
    private static final int LONGEST_EMOTICON = 4;
    /** Greek begins here; all letters of the Latin script in common use are below. */
    private static final char FIRST_BEYOND_LATIN = '\u0370';
    /** The bits of {@link #LETTERS} that are the letter in lower case, and what more is said of it or of a word. */
    private static final int FOLDED = 0xFF;
    private static final int LOWER = 1 << 8;
    private static final int UPPER = 1 << 9;
    private static final int DIGIT = 1 << 10;
    private static final int RUN = 1 << 11;
    /** Of ASCII, the letters and digits, which words are made of; 0 for all else. */
    private static final short[] LETTERS = new short[CharacterKinds.ASCII];
    /** The marks of ASCII that are looked at; what is neither that nor a letter is passed over. */
    private static final boolean[] MARKS = new boolean[CharacterKinds.ASCII];

    static {
        for (char c = 0; c < CharacterKinds.ASCII; c++) {
            if (Character.isLetterOrDigit(c)) {
                int kind = Character.isDigit(c) ? DIGIT : Character.isLowerCase(c) ? LOWER : UPPER;
                LETTERS[c] = (short) (Character.toLowerCase(c) | kind);
            }
        }
        Arrays.fill(MARKS, '!', CharacterKinds.ASCII, true);
    }

    private final TalkLexicon lexicon;
    private final TalkTokens tokens;
    private final TalkMarks marks;
    private char[] chars = new char[0];
    private int length;
    /** What {@link #readLetters} has read. */
    private int wordHash;
    private int wordKind;
    private int wordLetters;
    private int wordForeignLetters;

    TalkWords(TalkLexicon lexicon, TalkTokens tokens) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.marks = new TalkMarks(tokens);
    }

    /**
     * Takes another text.
     *
     * @param text with the end of a line behind each line, the last one too
     */
    void begin(char[] text, int textLength) {
        chars = text;
        length = textLength;
        marks.begin(text);
    }

    /** Adds the tokens of a line. */
    void read(int from, int to) {
        int at = from;
        while (at < to) {
            char c = chars[at];
            if (c >= CharacterKinds.ASCII) {
                at = readNonAscii(at, to);
            } else if ((LETTERS[c] & (LOWER | UPPER)) != 0) {
                at = readWord(at, to);
            } else if (LETTERS[c] != 0) {
                at = readNumber(at, to);
            } else {
                at = MARKS[c] ? readMark(at, to) : at + 1;
            }
        }
    }

    /** Reads a word, or what begins like one; with the space behind it, which most have. */
    private int readWord(int from, int to) {
        int end = readLetters(from);
        if (chars[end] <= ' ') {
            addWord(from);
            return end < to ? end + 1 : end;
        }
        int other = readOther(from, end, to);
        if (other > from) {
            return other;
        }
        addWord(from);
        return end;
    }

    /** Reads what begins with letters and goes on with something else, if it is no word: where it ends; the place itself if it is one. */
    private int readOther(int from, int endOfLetters, int to) {
        char c = chars[from];
        if ((c == 'h' && (follows(from, "http://") || follows(from, "https://"))) || (c == 'w' && follows(from, "www."))) {
            return marks.readAddress(from, to);
        }
        if (chars[from + 1] == '/' && (c == 'u' || c == 'r') && marks.isNameAhead(from + 2)) {
            return marks.readName(from, from + 2, to);
        }
        return endOfLetters - from < LONGEST_EMOTICON ? emoticonEnd(from, to) : from;
    }

    /** Reads the letters, digits and apostrophes of a word into the fields, and returns where they end. */
    private int readLetters(int from) {
        char[] text = chars;
        int hash = TalkHash.EMPTY;
        int at = from;
        int seen = 0;
        int last = 0;
        int lastButOne = 0;
        char c = text[at];
        // What ends the line ends its last word.
        int letter = c < CharacterKinds.ASCII ? LETTERS[c] : 0;
        while (letter != 0) {
            seen |= letter;
            int folded = letter & FOLDED;
            if (((folded ^ last) | (folded ^ lastButOne)) == 0) {
                seen |= RUN;
            } else {
                hash = TalkHash.next(hash, folded);
            }
            lastButOne = last;
            last = folded;
            c = text[++at];
            letter = c < CharacterKinds.ASCII ? LETTERS[c] : 0;
        }
        if ((seen & DIGIT) != 0 || c == '\'' || c >= CharacterKinds.ASCII) {
            return readAnyLetters(from);
        }
        wordHash = hash;
        wordLetters = at - from;
        wordForeignLetters = 0;
        wordKind = kind((seen & RUN) != 0, (seen & LOWER) == 0);
        return at;
    }

    /** The same of a word that may have apostrophes, digits and letters beyond ASCII, which few have. */
    private int readAnyLetters(int from) {
        int hash = TalkHash.EMPTY;
        int at = from;
        int capitals = 0;
        int others = 0;
        int foreign = 0;
        boolean run = false;
        int last = 0;
        int lastButOne = 0;
        while (true) {
            char c = chars[at];
            int letter = c < CharacterKinds.ASCII ? LETTERS[c] : 0;
            int folded = letter & FOLDED;
            if (letter != 0) {
                capitals += (letter & UPPER) != 0 ? 1 : 0;
                others += (letter & DIGIT) != 0 ? 1 : 0;
            } else if (c == '\'' || c == '\u2019') {
                if (!Character.isLetter(chars[at + 1])) {
                    break;
                }
                folded = '\'';
                others++;
            } else if (c >= CharacterKinds.ASCII && Character.isLetter(c)) {
                folded = Character.toLowerCase(c);
                foreign += c >= FIRST_BEYOND_LATIN ? 1 : 0;
            } else {
                break;
            }
            if (folded == last && folded == lastButOne) {
                run = true;
            } else {
                hash = TalkHash.next(hash, folded);
            }
            lastButOne = last;
            last = folded;
            at++;
        }
        wordHash = hash;
        wordLetters = at - from - others;
        wordForeignLetters = foreign;
        wordKind = kind(run, capitals == wordLetters) | (foreign > 1 ? TalkTokens.FOREIGN_SCRIPT : 0);
        return at;
    }

    private int kind(boolean run, boolean capitals) {
        return TalkTokens.WORD | (run ? TalkTokens.STRETCHED : 0) | (capitals && wordLetters >= 2 ? TalkTokens.CAPITALS : 0);
    }

    private void addWord(int from) {
        tokens.countLetters(wordLetters, wordForeignLetters);
        tokens.add(TalkHash.finish(wordHash), wordKind, from);
    }

    private int readNumber(int from, int to) {
        int emoticonEnd = emoticonEnd(from, to);
        if (emoticonEnd > from) {
            return emoticonEnd;
        }
        int at = from;
        while (at < to && (Character.isLetterOrDigit(chars[at]) || isInnerDot(at, to))) {
            at++;
        }
        tokens.add(TalkTokens.NUMBER, 0, from);
        return at;
    }

    private boolean isInnerDot(int at, int to) {
        return (chars[at] == '.' || chars[at] == ',') && at + 1 < to && chars[at + 1] >= '0' && chars[at + 1] <= '9';
    }

    private int readMark(int from, int to) {
        int emoticonEnd = emoticonEnd(from, to);
        if (emoticonEnd > from) {
            return emoticonEnd;
        }
        return marks.read(from, to);
    }

    private int readNonAscii(int from, int to) {
        int codePoint = Character.codePointAt(chars, from, to);
        int width = Character.charCount(codePoint);
        if (width == 1 && Character.isLetter(codePoint)) {
            int end = readLetters(from);
            addWord(from);
            return end;
        }
        switch (codePoint) {
            case '\u2026' -> {
                tokens.add(TalkTokens.ELLIPSIS, 0, from);
                tokens.endClause();
            }
            case '\u2014', '\u2013', '\u201C', '\u201D' -> tokens.endClause();
            default -> {
                if (isPicture(codePoint)) {
                    tokens.add(TalkHash.finish(TalkHash.next(TalkHash.EMPTY, codePoint)), 0, from);
                }
            }
        }
        return from + width;
    }

    /** Emoji and other pictures, without what only changes the one before: selectors, joiners and skin tones. */
    private static boolean isPicture(int codePoint) {
        return ((codePoint >= 0x2190 && codePoint < 0x3000) || codePoint >= 0x1F000) && !(codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
    }

    /** Where the emoticon that begins here ends, which is added; the place itself where none begins. */
    private int emoticonEnd(int from, int to) {
        char first = chars[from];
        if (!lexicon.mayBeginEmoticon(first) || (from > 0 && Character.isLetterOrDigit(chars[from - 1]))) {
            return from;
        }
        for (int end = Math.min(to, from + LONGEST_EMOTICON); end > from + 1; end--) {
            if (end < to && Character.isLetterOrDigit(chars[end])) {
                continue;
            }
            int hash = TalkHash.EMPTY;
            for (int at = from; at < end; at++) {
                hash = TalkHash.next(hash, lowerCase(chars[at]));
            }
            hash = TalkHash.finish(hash);
            if (lexicon.isEmoticon(hash)) {
                tokens.add(hash, 0, from);
                return end;
            }
        }
        return from;
    }

    private static char lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    static boolean isAsciiLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private boolean follows(int at, String expected) {
        return follows(chars, length, at, expected);
    }

    static boolean follows(char[] text, int length, int at, String expected) {
        if (at + expected.length() > length) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (text[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
