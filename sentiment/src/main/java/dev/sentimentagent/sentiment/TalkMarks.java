package dev.sentimentagent.sentiment;

/**
 * Reads the marks in a line of a text: what ends a sentence or a clause, inline code, addresses, names of users. Each method takes where something begins and where the line
 * ends, and returns where what it has read ends. Used for one text after another; confined to one thread.
 */
final class TalkMarks {
    private static final int LONGEST_ENTITY = 9;

    private final TalkTokens tokens;
    private char[] chars = new char[0];

    TalkMarks(TalkTokens tokens) {
        this.tokens = tokens;
    }

    /** Takes another text, with the end of a line behind each line, the last one too. */
    void begin(char[] text) {
        chars = text;
    }

    /** Reads a mark of ASCII that begins no emoticon. */
    int read(int from, int to) {
        return switch (chars[from]) {
            case '!', '?' -> readEmphasis(from, to);
            case '.' -> readStops(from, to);
            case '`' -> readInlineCode(from, to);
            case ']' -> readLinkEnd(from, to);
            case '@', '/' -> readMention(from, to);
            case '&' -> readEntity(from, to);
            case ',', ';', ':', '(', ')', '"', '[', '{', '}', '|' -> {
                tokens.endClause();
                yield from + 1;
            }
            case '-' -> {
                if (chars[from + 1] == '-' || chars[from + 1] <= ' ') {
                    tokens.endClause();
                }
                yield from + 1;
            }
            case '>', '<', '+', '%', '$' -> {
                tokens.add(TalkHash.finish(TalkHash.next(TalkHash.EMPTY, chars[from])), 0, from);
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
        tokens.countMarks(exclamations, questions);
        int hash = TalkHash.EMPTY;
        for (int i = 0; i < Math.min(2, exclamations); i++) {
            hash = TalkHash.next(hash, '!');
        }
        for (int i = 0; i < Math.min(2, questions); i++) {
            hash = TalkHash.next(hash, '?');
        }
        tokens.add(TalkHash.finish(hash), 0, from);
        tokens.endSentence();
        return at;
    }

    private int readStops(int from, int to) {
        int at = from;
        while (at < to && chars[at] == '.') {
            at++;
        }
        if (at - from > 1) {
            tokens.add(TalkTokens.ELLIPSIS, 0, from);
            tokens.endClause();
        } else if (at == to || !Character.isLetterOrDigit(chars[at])) {
            tokens.endSentence();
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
        tokens.add(TalkTokens.CODE, 0, from);
        return close + 1;
    }

    private int readLinkEnd(int from, int to) {
        tokens.endClause();
        if (chars[from + 1] != '(') {
            return from + 1;
        }
        int at = from + 2;
        while (at < to && chars[at] != ')' && chars[at] > ' ') {
            at++;
        }
        tokens.add(TalkTokens.URL, 0, from);
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
        return readName(from, name, to);
    }

    /** @param name where the name begins, behind what tells that it is one */
    int readName(int from, int name, int to) {
        tokens.add(TalkTokens.USER, 0, from);
        int at = name;
        while (at < to && (Character.isLetterOrDigit(chars[at]) || chars[at] == '_' || chars[at] == '-')) {
            at++;
        }
        return at;
    }

    boolean isNameAhead(int at) {
        return TalkWords.isAsciiLetter(chars[at]) || chars[at] == '_';
    }

    int readAddress(int from, int to) {
        int at = from;
        while (at < to && chars[at] > ' ' && chars[at] != ')' && chars[at] != ']') {
            at++;
        }
        tokens.add(TalkTokens.URL, 0, from);
        return at;
    }

    private int readEntity(int from, int to) {
        for (int at = from + 1; at < Math.min(to, from + LONGEST_ENTITY); at++) {
            if (chars[at] == ';') {
                return at + 1;
            }
            if (!Character.isLetterOrDigit(chars[at]) && chars[at] != '#') {
                break;
            }
        }
        return from + 1;
    }
}
