package dev.sentimentagent.server.figures;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Which items a figure is about.
 *
 * @param window those created in it
 * @param subreddit those of it, in any case; null for all
 * @param toolId those that speak of this tool; null for all
 */
public record Scope(Window window, @Nullable String subreddit, @Nullable String toolId) {
    public Scope {
        requireNonNull(window, "window");
    }

    /** All items of the window. */
    public static Scope of(Window window) {
        return new Scope(window, null, null);
    }

    public static Scope ofTool(Window window, String toolId) {
        return new Scope(window, null, toolId);
    }

    public static Scope ofSubreddit(Window window, String subreddit) {
        return new Scope(window, subreddit, null);
    }

    /** The items of one class, or all of them, as the store is asked for them. */
    public Selection selection(@Nullable Sentiment sentiment) {
        return new Selection(window, subreddit, toolId, sentiment, null);
    }

    /** Score of one of its items: of what it says of the scope's tool, if there is one. */
    double compound(ScoredItem scored) {
        return toolId == null ? scored.score().compound() : scored.verdict(toolId).compound();
    }

    /** The class of the same. */
    Sentiment sentiment(ScoredItem scored) {
        return toolId == null ? scored.score().sentiment() : scored.mentions().sentiment(toolId, scored.score().sentiment());
    }

    /** What one of its items adds to its figures. */
    Tally tally(ScoredItem scored) {
        return toolId == null ? scored.tally() : scored.tally(toolId);
    }

    /** The same before: the window of equal length that ends where this one begins. */
    public Scope preceding() {
        return during(Window.ending(window.start(), window.length()));
    }

    /** The same at another time. */
    public Scope during(Window other) {
        return new Scope(other, subreddit, toolId);
    }
}
