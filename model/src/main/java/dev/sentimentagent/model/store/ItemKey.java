package dev.sentimentagent.model.store;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;
import java.time.Instant;

/**
 * By what an item is looked up: its fullname, and what tells a store that is cut into partitions where to look.
 *
 * @param subreddit in any case
 */
public record ItemKey(String fullname, String subreddit, Instant createdUtc) {
    public ItemKey {
        requireNonNull(fullname, "fullname");
        requireNonNull(subreddit, "subreddit");
        requireNonNull(createdUtc, "createdUtc");
    }

    public static ItemKey of(Item item) {
        return new ItemKey(item.fullname(), item.subreddit(), item.createdUtc());
    }
}
