package dev.sentimentagent.reddit;

/** Makes text from outside fit for a message. */
final class OneLine {
    private static final int MAX_LENGTH = 200;

    private OneLine() {}

    /** The text without control characters, cut to a readable length. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 1);
        for (int i = 0; i < text.length() && line.length() < MAX_LENGTH; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        String stripped = line.toString().strip();
        return text.length() > MAX_LENGTH ? stripped + "…" : stripped;
    }
}
