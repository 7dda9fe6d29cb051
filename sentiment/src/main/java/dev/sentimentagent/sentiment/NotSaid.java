package dev.sentimentagent.sentiment;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which characters of a text are not what its author says: code, tables, and lines that quote another. */
final class NotSaid {
    private static final Pattern PARTS = Pattern.compile(
            "(?s)```.*?(?:```|\\z)|~~~.*?(?:~~~|\\z)|`[^`\\n]*`|(?m:^)(?: {4}|\\t| {0,3}(?:>|&gt;|\\|))[^\\n]*");

    private final BitSet characters = new BitSet();

    private NotSaid() {}

    static NotSaid in(String text) {
        NotSaid notSaid = new NotSaid();
        Matcher found = PARTS.matcher(text);
        while (found.find()) {
            notSaid.characters.set(found.start(), found.end());
        }
        return notSaid;
    }

    /** Whether the character at that index is of such a part. */
    boolean holds(int index) {
        return characters.get(index);
    }
}
