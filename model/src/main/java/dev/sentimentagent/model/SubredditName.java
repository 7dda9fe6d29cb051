package dev.sentimentagent.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names of subreddits are spelled and compared. They come without {@code r/}; their case does not matter, but is shown as Reddit has it. */
public final class SubredditName {
    /** More than Reddit's own 21 characters: there are older and longer ones. Only the name of a user's profile has hyphens. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{2,50}|u_[A-Za-z0-9_-]{1,48}");

    private SubredditName() {}

    /** Whether Reddit could have a subreddit, or a user's profile ({@code u_name}), of that name. */
    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    /** What the name is looked up by: the same for all spellings of it. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether both are spellings of one name. */
    public static boolean same(String one, String other) {
        return one.equalsIgnoreCase(other);
    }
}
