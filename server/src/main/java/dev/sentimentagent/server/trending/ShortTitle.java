package dev.sentimentagent.server.trending;

import dev.sentimentagent.server.trending.Word.Role;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A title cut down to its first clause that tells something, for a topic of one post. */
final class ShortTitle {
    private static final int MOST = 70;
    /** What stands before the matter itself: emoji and signs, and tags as "[D]" and "(Noob here)". */
    private static final Pattern LEAD = Pattern
            .compile("^(?:\\[[^\\]]{1,40}]|\\([^)]{1,40}\\)|[^\\p{L}\\p{N}$\"'\u201c\u2018`/])+(?=.*[\\p{L}\\p{N}])");
    private static final Pattern END_OF_CLAUSE = Pattern
            .compile("[.!?\u2026:;]+(?=\\s|$)|,(?=\\s)|\\s[-\u2013\u2014|/(\u2192]+\\s?|\\s?\u2014\\s?");
    private static final Pattern TRAIL = Pattern.compile("[\\s.,:;\u2026-]+$");

    private ShortTitle() {}

    /** At most {@value #MOST} characters, and an ellipsis where a word was cut off; empty for an empty title. */
    static String of(String title) {
        String text = LEAD.matcher(title).replaceFirst("").strip();
        if (text.isEmpty()) {
            text = title;
        }
        Matcher end = END_OF_CLAUSE.matcher(text);
        while (text.length() > MOST / 2 && end.find()) {
            String clause = text.substring(0, text.charAt(end.start()) == '?' ? end.start() + 1 : end.start());
            if (tells(clause)) {
                text = clause;
                break;
            }
        }
        return shorten(TRAIL.matcher(text).replaceFirst(""));
    }

    private static boolean tells(String clause) {
        return Title.of(clause).words().stream().filter(word -> word.role() == Role.CONTENT).count() >= 2;
    }

    private static String shorten(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int blank = text.lastIndexOf(' ', MOST);
        int end = blank > MOST / 2 ? blank : MOST;
        if (Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return text.substring(0, end).strip() + "\u2026";
    }
}
