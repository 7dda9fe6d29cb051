package dev.sentimentagent.model.catalogue;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.SubredditName;
import java.time.Instant;

/**
 * A subreddit that is, or was, to be collected.
 *
 * @param addedBy the admin, or {@link #SETTINGS}
 * @param updatedBy likewise
 */
public record CollectedSubreddit(String name, State state, Instant addedAt, String addedBy, Instant updatedAt, String updatedBy) {
    /** Who adds what stands in the setting {@code SUBREDDITS}. */
    public static final String SETTINGS = "settings";

    /** What is done about it. */
    public enum State {
        ACTIVE,
        /** Not collected for now. */
        PAUSED,
        /** Not collected, and not shown among those that could be. It is remembered, or the settings would add it again. */
        REMOVED
    }

    public CollectedSubreddit {
        requireNonNull(state, "state");
        if (!SubredditName.isValid(name)) {
            throw new IllegalArgumentException("not the name of a subreddit: " + name);
        }
    }

    /** The same in another state. */
    public CollectedSubreddit in(State other, Instant at, String by) {
        return new CollectedSubreddit(name, other, addedAt, addedBy, at, by);
    }
}
