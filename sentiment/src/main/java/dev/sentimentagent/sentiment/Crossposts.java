package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Post;
import java.util.regex.Pattern;

/**
 * Tells posts that only share another thread of Reddit. Those that share the picture or the link of another post cannot be told: what is stored
 * of them is a title and that link.
 */
final class Crossposts {
    private static final Pattern THREAD = Pattern.compile(
            "https?://(?:[a-z]+\\.)?reddit\\.com/(?:r/\\w+|u(?:ser)?/[\\w-]+)/comments/(\\w+).*",
            Pattern.CASE_INSENSITIVE);

    private Crossposts() {}

    static boolean is(Post post) {
        var thread = THREAD.matcher(post.url());
        return post.content().isBlank() && thread.matches() && !post.id().equalsIgnoreCase(thread.group(1));
    }
}
