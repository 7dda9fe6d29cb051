package dev.sentimentagent.sentiment;

import java.util.Arrays;

/**
 * The words, marks, emoticons and emoji that an author of a text on Reddit wrote himself, as numbers: what he quotes, code, tables,
 * addresses and the signatures of bots leave a placeholder or nothing. Found in one pass, without an object a token. Used for one text after another; confined to
 * one thread.
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

    private static final int INITIAL_CAPACITY = 1 << 8;
    private static final int LONGEST_EMOTICON = 4;
    private static final int INDENT_OF_CODE = 4;
    /** Greek begins here; all letters of the Latin script in common use are below. */
    private static final char FIRST_BEYOND_LATIN = '\u0370';

    private final TalkLexicon lexicon;
    private char[] chars = new char[INITIAL_CAPACITY];
    private int length;
    private int[] hashes = new int[INITIAL_CAPACITY];
    private byte[] kinds = new byte[INITIAL_CAPACITY];
    /** Where each token begins in the text. */
    private int[] starts = new int[INITIAL_CAPACITY];
    private int size;
    private int pending;
    private int exclamationMarks;
    private int questionMarks;
    private boolean quoted;
    private int letters;
    private int foreignLetters;

    TalkTokens(TalkLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Takes the tokens of a text in place of those that it had. */
    void read(String text) {
        read(text, 0, text.length());
    }

    /** Takes the tokens of a part of a text in place of those that it had; their places are those in that part. */
    void read(String text, int from, int to) {
        length = to - from;
        if (chars.length < length + 1) {
            chars = new char[Math.max(length + 1, 2 * chars.length)];
        }
        text.getChars(from, to, chars, 0);
        chars[length] = '\n';
        size = 0;
        pending = 0;
        exclamationMarks = 0;
        questionMarks = 0;
        quoted = false;
        letters = 0;
        foreignLetters = 0;
        readLines();
    }

    int size() {
        return size;
    }

    int hash(int index) {
        return hashes[index];
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

    /** Whether the text quotes another. */
    boolean quotes() {
        return quoted;
    }

    /** How many characters fit in the memory that it keeps; all else that it keeps is in proportion. */
    int capacity() {
        return chars.length;
    }

    private void readLines() {
        boolean fenced = false;
        boolean codeMayBegin = true;
        int at = 0;
        while (at < length) {
            int end = endOfLine(at);
            int first = skipBlanks(at, end);
            if (first == end) {
                pending |= CLAUSE | SENTENCE;
                codeMayBegin = true;
            } else if (isFence(first)) {
                if (!fenced) {
                    add(CODE, 0, first);
                }
                fenced = !fenced;
            } else if (!fenced) {
                boolean code = codeMayBegin && first - at >= INDENT_OF_CODE;
                if (code) {
                    if (size == 0 || hashes[size - 1] != CODE) {
                        add(CODE, 0, first);
                    }
                } else {
                    codeMayBegin = false;
                    readLine(first, end);
                }
            }
            at = end + 1;
        }
    }

    private void readLine(int from, int to) {
        if (isQuote(from)) {
            quoted = true;
        } else if (chars[from] != '|' && !isEditNote(from) && !Bots.signs(chars, from, to)) {
            readText(from, to);
            pending |= CLAUSE | SENTENCE;
        }
    }

    private int endOfLine(int from) {
        int at = from;
        while (chars[at] != '\n') {
            at++;
        }
        return at;
    }

    private int skipBlanks(int from, int to) {
        int at = from;
        while (at < to && (chars[at] <= ' ' || chars[at] == '\u00A0' || chars[at] == '\u200B')) {
            at += 1;
        }
        return at;
    }

    private boolean isFence(int at) {
        return (chars[at] == '`' || chars[at] == '~') && follows(at, chars[at] == '`' ? "```" : "~~~");
    }

    /** A spoiler and the emoticons that begin with ">" are no quotes. */
    private boolean isQuote(int at) {
        if (chars[at] == '>') {
            return switch (chars[at + 1]) {
                case '!', ':', '.', '_', '=', '<', ';' -> false;
                default -> true;
            };
        }
        return follows(at, "&gt;") && !follows(at, "&gt;!");
    }

    /** "Edit: …" tells of the text, most often of its readers. */
    private boolean isEditNote(int from) {
        int at = from;
        while (chars[at] == '*' || chars[at] == '_' || chars[at] == '(') {
            at++;
        }
        if (!followsInAnyCase(at, "edit")) {
            return false;
        }
        at += "edit".length();
        while (chars[at] == ' ' || chars[at] == '*' || (chars[at] >= '0' && chars[at] <= '9')) {
            at++;
        }
        return chars[at] == ':';
    }

    private void readText(int from, int to) {
        int at = from;
        while (at < to) {
            char c = chars[at];
            if (isAsciiLetter(c)) {
                at = readWord(at, to);
            } else if (c <= ' ') {
                at++;
            } else if (c < CharacterKinds.ASCII) {
                at = c >= '0' && c <= '9' ? readNumber(at, to) : readMark(at, to);
            } else {
                at = readNonAscii(at, to);
            }
        }
    }

    private int readWord(int from, int to) {
        if (isAddress(from)) {
            return readAddress(from, to);
        }
        if (chars[from + 1] == '/' && (chars[from] == 'u' || chars[from] == 'r') && isNameAhead(from + 2)) {
            add(USER, 0, from);
            return skipName(from + 2, to);
        }
        int emoticonEnd = emoticonEnd(from, to);
        if (emoticonEnd > from) {
            return emoticonEnd;
        }
        return readLetters(from, to);
    }

    private boolean isAddress(int at) {
        return switch (chars[at]) {
            case 'h' -> follows(at, "http://") || follows(at, "https://");
            case 'w' -> follows(at, "www.");
            default -> false;
        };
    }

    private int readLetters(int from, int to) {
        int hash = TalkHash.EMPTY;
        int at = from;
        int wordLetters = 0;
        int capitals = 0;
        int run = 0;
        char last = 0;
        int kind = WORD;
        while (at < to) {
            char c = chars[at];
            if (c >= 'A' && c <= 'Z') {
                capitals++;
                wordLetters++;
                c = (char) (c | 0x20);
            } else if (c >= 'a' && c <= 'z') {
                wordLetters++;
            } else if (c == '\u2019') {
                c = '\'';
            } else if (c >= CharacterKinds.ASCII && Character.isLetter(c)) {
                wordLetters++;
                foreignLetters += c >= FIRST_BEYOND_LATIN ? 1 : 0;
                c = Character.toLowerCase(c);
            } else if (!(c >= '0' && c <= '9') && c != '\'') {
                break;
            }
            if (c == '\'' && !(at + 1 < to && Character.isLetter(chars[at + 1]))) {
                break;
            }
            run = c == last ? run + 1 : 1;
            last = c;
            if (run > 2) {
                kind |= STRETCHED;
            } else {
                hash = TalkHash.next(hash, c);
            }
            at++;
        }
        letters += wordLetters;
        if (wordLetters >= 2 && capitals == wordLetters) {
            kind |= CAPITALS;
        }
        add(TalkHash.finish(hash), kind, from);
        return at;
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
        add(NUMBER, 0, from);
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
        return switch (chars[from]) {
            case '!', '?' -> readEmphasis(from, to);
            case '.' -> readStops(from, to);
            case '`' -> readInlineCode(from, to);
            case ']' -> readLinkEnd(from, to);
            case '@', '/' -> readMention(from, to);
            case '&' -> readEntity(from, to);
            case ',', ';', ':', '(', ')', '"', '[', '{', '}', '|' -> {
                pending |= CLAUSE;
                yield from + 1;
            }
            case '-' -> {
                if (chars[from + 1] == '-' || chars[from + 1] <= ' ') {
                    pending |= CLAUSE;
                }
                yield from + 1;
            }
            case '>', '<', '+', '%', '$' -> {
                add(TalkHash.finish(TalkHash.next(TalkHash.EMPTY, chars[from])), 0, from);
                yield from + 1;
            }
            default -> from + 1;
        };
    }

    private int readEmphasis(int from, int to) {
        int at = from;
        int exclamations = 0;
        while (at < to && (chars[at] == '!' || chars[at] == '?')) {
            exclamations += chars[at] == '!' ? 1 : 0;
            at++;
        }
        int questions = at - from - exclamations;
        exclamationMarks += exclamations;
        questionMarks += questions;
        int hash = TalkHash.EMPTY;
        for (int i = 0; i < Math.min(2, exclamations); i++) {
            hash = TalkHash.next(hash, '!');
        }
        for (int i = 0; i < Math.min(2, questions); i++) {
            hash = TalkHash.next(hash, '?');
        }
        add(TalkHash.finish(hash), 0, from);
        pending |= CLAUSE | SENTENCE;
        return at;
    }

    private int readStops(int from, int to) {
        int at = from;
        while (at < to && chars[at] == '.') {
            at++;
        }
        if (at - from > 1) {
            add(ELLIPSIS, 0, from);
            pending |= CLAUSE;
        } else if (at == to || !Character.isLetterOrDigit(chars[at])) {
            pending |= CLAUSE | SENTENCE;
        }
        return at;
    }

    private int readInlineCode(int from, int to) {
        int close = from + 1;
        while (close < to && chars[close] != '`') {
            close++;
        }
        if (close == to) {
            return from + 1;
        }
        add(CODE, 0, from);
        return close + 1;
    }

    private int readLinkEnd(int from, int to) {
        pending |= CLAUSE;
        if (chars[from + 1] != '(') {
            return from + 1;
        }
        int at = from + 2;
        while (at < to && chars[at] != ')' && chars[at] > ' ') {
            at++;
        }
        add(URL, 0, from);
        return at < to && chars[at] == ')' ? at + 1 : at;
    }

    private int readMention(int from, int to) {
        int name = from + 1;
        if (chars[from] == '/') {
            if ((chars[name] != 'u' && chars[name] != 'r') || chars[name + 1] != '/') {
                return from + 1;
            }
            name += 2;
        }
        if (!isNameAhead(name)) {
            return from + 1;
        }
        add(USER, 0, from);
        return skipName(name, to);
    }

    private int readEntity(int from, int to) {
        for (int at = from + 1; at < Math.min(to, from + 9); at++) {
            if (chars[at] == ';') {
                return at + 1;
            }
            if (!Character.isLetterOrDigit(chars[at]) && chars[at] != '#') {
                break;
            }
        }
        return from + 1;
    }

    private int readAddress(int from, int to) {
        int at = from;
        while (at < to && chars[at] > ' ' && chars[at] != ')' && chars[at] != ']') {
            at++;
        }
        add(URL, 0, from);
        return at;
    }

    private int readNonAscii(int from, int to) {
        int codePoint = Character.codePointAt(chars, from, to);
        int width = Character.charCount(codePoint);
        if (width == 1 && Character.isLetter(codePoint)) {
            return readLetters(from, to);
        }
        switch (codePoint) {
            case '\u2026' -> {
                add(ELLIPSIS, 0, from);
                pending |= CLAUSE;
            }
            case '\u2014', '\u2013', '\u201C', '\u201D' -> pending |= CLAUSE;
            default -> {
                if (isPicture(codePoint)) {
                    add(TalkHash.finish(TalkHash.next(TalkHash.EMPTY, codePoint)), 0, from);
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
        if (!lexicon.mayBeginEmoticon(chars[from]) || (from > 0 && Character.isLetterOrDigit(chars[from - 1]))) {
            return from;
        }
        for (int end = Math.min(to, from + LONGEST_EMOTICON); end > from + 1; end--) {
            if (end < to && Character.isLetterOrDigit(chars[end])) {
                continue;
            }
            int hash = TalkHash.EMPTY;
            for (int at = from; at < end; at++) {
                char c = chars[at];
                hash = TalkHash.next(hash, c >= 'A' && c <= 'Z' ? c | 0x20 : c);
            }
            hash = TalkHash.finish(hash);
            if (lexicon.isEmoticon(hash)) {
                add(hash, 0, from);
                return end;
            }
        }
        return from;
    }

    private boolean isNameAhead(int at) {
        return isAsciiLetter(chars[at]) || chars[at] == '_';
    }

    private int skipName(int from, int to) {
        int at = from;
        while (at < to && (Character.isLetterOrDigit(chars[at]) || chars[at] == '_' || chars[at] == '-')) {
            at++;
        }
        return at;
    }

    private static boolean isAsciiLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private boolean follows(int at, String expected) {
        if (at + expected.length() > length) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (chars[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean followsInAnyCase(int at, String expected) {
        if (at + expected.length() > length) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if ((chars[at + i] | 0x20) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void add(int hash, int kind, int start) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
        }
        hashes[size] = hash;
        starts[size] = start;
        kinds[size++] = (byte) (kind | pending);
        pending = 0;
    }
}
