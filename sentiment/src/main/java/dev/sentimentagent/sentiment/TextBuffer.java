package dev.sentimentagent.sentiment;

/** The characters of one text, in memory that the next text uses again. Confined to one thread. */
final class TextBuffer {
    /** Stands behind the last character, so that who looks for the end of a word need not look for that of the text. */
    private static final char END = ' ';
    private static final int INITIAL_CAPACITY = 1 << 10;

    private char[] chars = new char[INITIAL_CAPACITY];
    private int length;

    /** The characters, those of the text first and a space behind them; not to be changed, and another array after the next change. */
    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** How many characters fit in the memory that it holds. */
    int capacity() {
        return chars.length;
    }

    /** Makes the text its only content. */
    void set(String text) {
        if (text.length() >= chars.length) {
            chars = new char[capacityFor(text.length())];
        }
        text.getChars(0, text.length(), chars, 0);
        truncate(text.length());
    }

    /** Drops all but the first characters. */
    void truncate(int newLength) {
        length = newLength;
        chars[length] = END;
    }

    void append(String text, int from, int to) {
        int newLength = length + to - from;
        if (newLength >= chars.length) {
            char[] larger = new char[capacityFor(newLength)];
            System.arraycopy(chars, 0, larger, 0, length);
            chars = larger;
        }
        text.getChars(from, to, chars, length);
        truncate(newLength);
    }

    boolean endsWithSpace() {
        return length > 0 && chars[length - 1] == ' ';
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    /** The next power of two, so that it grows seldom. */
    private static int capacityFor(int length) {
        return Math.max(Integer.highestOneBit(length) << 1, length + 1);
    }
}
