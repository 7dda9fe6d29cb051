package dev.sentimentagent.model.store;

/** Makes text fit for every database. */
public final class Texts {
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /** The text without NUL and with each lone surrogate replaced by U+FFFD; the same object if there is nothing to clean. */
    public static String clean(String text) {
        int dirty = firstUnfit(text, 0);
        if (dirty < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        while (dirty >= 0) {
            clean.append(text, from, dirty);
            if (text.charAt(dirty) != 0) {
                clean.append(REPLACEMENT);
            }
            from = dirty + 1;
            dirty = firstUnfit(text, from);
        }
        return clean.append(text, from, text.length()).toString();
    }

    private static int firstUnfit(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0 && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (c == 0 || Character.isLowSurrogate(c)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
