package dev.sentimentagent.reddit;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether an item was deleted by its author or removed by anyone else.
 *
 * <p>Intentional: every non-empty {@code removed_by_category} counts ({@code deleted} and {@code author} the author's own doing;
 * {@code moderator}, {@code automod_filtered}, {@code reddit}, {@code anti_evil_ops}, {@code community_ops}, {@code content_takedown},
 * {@code copyright_takedown} and what may yet come, somebody else's). They differ in who did it, not in whether the public still sees
 * the item. What is taken back later (a filter that a moderator overrules) is sighted without it then, and counts again.
 *
 * <p>Intentional: an author of {@code [deleted]} alone is not a deletion. The account is gone; what it said still stands.
 */
final class Deletion {
    private static final String BY_USER_TITLE = "[deleted by user]";

    private Deletion() {}

    static boolean ofPost(String title, String content, @Nullable String removedByCategory) {
        return isCategory(removedByCategory) || isMark(content) || isMark(title) || BY_USER_TITLE.equals(title);
    }

    static boolean ofComment(String body, @Nullable String removedByCategory) {
        return isCategory(removedByCategory) || isMark(body);
    }

    /** Whether the text is nothing but what Reddit puts in the place of one that is gone, with or without Markdown's escapes. */
    static boolean isMark(String text) {
        // Most texts are long: look no further at those.
        if (text.length() > 40 || text.indexOf('[') < 0) {
            return false;
        }
        return switch (text.replace("\\", "").strip()) {
            case "[deleted]", "[removed]", "[ Removed by Reddit ]", "[ Removed by reddit ]" -> true;
            default -> false;
        };
    }

    private static boolean isCategory(@Nullable String removedByCategory) {
        return removedByCategory != null && !removedByCategory.isBlank();
    }
}
