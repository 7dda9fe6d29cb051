package dev.sentimentagent.sentiment;

/**
 * Reads a text on Reddit line by line, in its Markdown, and passes on what its author says himself: no quotes, tables, notes on edits, or lines in which
 * bots sign; a block of code leaves a placeholder. Used for one text after another; confined to one thread.
 */
final class TalkLines {
    private static final int INITIAL_CAPACITY = 1 << 8;
    private static final int INDENT_OF_CODE = 4;

    private final TalkWords words;
    private final TalkTokens tokens;
    /** The text, and the end of a line behind it, so that who looks for the end of anything need not look for that of the text. */
    private char[] chars = new char[INITIAL_CAPACITY];
    private int length;

    TalkLines(TalkWords words, TalkTokens tokens) {
        this.words = words;
        this.tokens = tokens;
    }

    void read(String text, int from, int to) {
        length = to - from;
        if (chars.length < length + 1) {
            chars = new char[Math.max(length + 1, 2 * chars.length)];
        }
        text.getChars(from, to, chars, 0);
        chars[length] = '\n';
        words.begin(chars, length);
        boolean fenced = false;
        boolean codeMayBegin = true;
        int at = 0;
        while (at < length) {
            int found = text.indexOf('\n', from + at, to);
            int end = found < 0 ? length : found - from;
            int first = skipBlanks(at, end);
            if (first == end) {
                tokens.endSentence();
                codeMayBegin = true;
            } else if (isFence(first)) {
                if (!fenced) {
                    tokens.add(TalkTokens.CODE, 0, first);
                }
                fenced = !fenced;
            } else if (!fenced) {
                boolean code = codeMayBegin && first - at >= INDENT_OF_CODE;
                if (!code) {
                    codeMayBegin = false;
                    readLine(text, from, first, end);
                } else if (!tokens.endsWithCode()) {
                    tokens.add(TalkTokens.CODE, 0, first);
                }
            }
            at = end + 1;
        }
    }

    int capacity() {
        return chars.length;
    }

    /** @param begin of what is read in the text */
    private void readLine(String text, int begin, int from, int to) {
        if (!isQuote(from) && chars[from] != '|' && !isEditNote(from) && !Bots.signs(text, begin + from, begin + to)) {
            words.read(from, to);
            tokens.endSentence();
        }
    }

    private int skipBlanks(int from, int to) {
        int at = from;
        while (at < to && (chars[at] <= ' ' || chars[at] == '\u00A0' || chars[at] == '\u200B')) {
            at += 1;
        }
        return at;
    }

    private boolean isFence(int at) {
        return switch (chars[at]) {
            case '`' -> follows(at, "```");
            case '~' -> follows(at, "~~~");
            default -> false;
        };
    }

    /** A spoiler and the emoticons that begin with ">" are no quotes. */
    private boolean isQuote(int at) {
        return switch (chars[at]) {
            case '>' -> switch (chars[at + 1]) {
                case '!', ':', '.', '_', '=', '<', ';' -> false;
                default -> true;
            };
            case '&' -> follows(at, "&gt;") && !follows(at, "&gt;!");
            default -> false;
        };
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

    private boolean follows(int at, String expected) {
        return TalkWords.follows(chars, length, at, expected);
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
}
