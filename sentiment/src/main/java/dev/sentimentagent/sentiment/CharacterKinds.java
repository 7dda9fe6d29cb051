package dev.sentimentagent.sentiment;

/** Properties of characters as Python sees them ({@code str.split}, {@code str.isupper}, {@code string.punctuation}), as a set of bits. */
final class CharacterKinds {
    static final int SPACE = 1;
    /** ASCII only. */
    static final int PUNCTUATION = 2;
    static final int UPPER_CASE = 4;
    /** Lower or title case: what a word in capitals has none of. */
    static final int NOT_UPPER_CASE = 8;
    static final int EXCLAMATION_MARK = 16;
    static final int QUESTION_MARK = 32;
    static final int APOSTROPHE = 64;

    /** How many characters ASCII has. */
    static final int ASCII = 128;
    private static final byte[] OF_ASCII = new byte[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            OF_ASCII[c] = (byte) (c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c) ? PUNCTUATION : of(c));
        }
        OF_ASCII['!'] |= EXCLAMATION_MARK;
        OF_ASCII['?'] |= QUESTION_MARK;
        OF_ASCII['\''] |= APOSTROPHE;
    }

    private CharacterKinds() {}

    static int ofAscii(char c) {
        return OF_ASCII[c];
    }

    /** Of the code point that begins there; another character must follow. */
    static int at(char[] chars, int at) {
        return chars[at] < ASCII ? OF_ASCII[chars[at]] : of(Character.codePointAt(chars, at));
    }

    static int of(int codePoint) {
        if (Character.isLowerCase(codePoint) || Character.isTitleCase(codePoint)) {
            return NOT_UPPER_CASE;
        }
        if (Character.isUpperCase(codePoint)) {
            return UPPER_CASE;
        }
        return isSpace(codePoint) ? SPACE : 0;
    }

    private static boolean isSpace(int codePoint) {
        return switch (codePoint) {
            case '\t', '\n', 0x0B, '\f', '\r', 0x1C, 0x1D, 0x1E, 0x1F, ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 ->
                true;
            default -> codePoint >= 0x2000 && codePoint <= 0x200A;
        };
    }
}
