package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.SubredditName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the items of one window hang together: all of them, those of each subreddit, of each tool, and of each tool within each subreddit.
 *
 * @param clusterings of those scopes that have any items
 * @param ofNone of a scope that has none
 */
record Cells(Map<Place, Clustering> clusterings, Clustering ofNone) {
    /**
     * A scope without its window.
     *
     * @param subreddit in lower case; null for all
     * @param toolId null for all items, whatever they speak of
     */
    record Place(@Nullable String subreddit, @Nullable String toolId) {}

    Cells {
        clusterings = Map.copyOf(clusterings);
    }

    /** @param subreddit in any case */
    Clustering of(@Nullable String subreddit, @Nullable String toolId) {
        return clusterings.getOrDefault(new Place(subreddit == null ? null : SubredditName.key(subreddit), toolId), ofNone);
    }
}
