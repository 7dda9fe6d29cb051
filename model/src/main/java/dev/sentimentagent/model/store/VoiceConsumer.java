package dev.sentimentagent.model.store;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Sentiment;
import org.jspecify.annotations.Nullable;

/** Takes items that count one by one, without their text, with thread and author: there may be a million of them. */
@FunctionalInterface
public interface VoiceConsumer {
    /**
     * Takes an item.
     *
     * @param createdSeconds when it was created, in seconds since 1970-01-01T00:00Z
     * @param mentions the same object for items of the same tools and verdicts, within one call
     * @param compoundE4 compound score in units of 1/10 000
     * @param postId id of the post whose thread it stands in; a post begins its own
     * @param author null if the account was deleted
     */
    void accept(long createdSeconds, String subreddit, Mentions mentions, Sentiment sentiment, int compoundE4, String postId,
            @Nullable String author);
}
