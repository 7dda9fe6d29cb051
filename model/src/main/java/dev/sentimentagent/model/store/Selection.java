package dev.sentimentagent.model.store;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import org.jspecify.annotations.Nullable;

/**
 * Which items {@link ItemStore#walk} gives; deleted ones never.
 *
 * @param created those created in this window
 * @param subreddit those of this subreddit, in any case; null for all
 * @param toolId those that speak of this tool; null for all
 * @param sentiment those of this class, and not of bots; with a tool, those that say this of it; null for all
 * @param notScoredBy those that another scorer, or another version of it, has scored; null for all
 */
public record Selection(Window created, @Nullable String subreddit, @Nullable String toolId, @Nullable Sentiment sentiment,
        @Nullable Scorer notScoredBy) {
    /** A scorer as scores name it. */
    public record Scorer(String method, String version) {}

    public Selection {
        requireNonNull(created, "created");
    }

    /** All items created in the window. */
    public static Selection of(Window created) {
        return new Selection(created, null, null, null, null);
    }
}
