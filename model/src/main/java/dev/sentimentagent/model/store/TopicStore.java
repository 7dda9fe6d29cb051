package dev.sentimentagent.model.store;

import dev.sentimentagent.model.Topic;
import java.util.List;

/** Trending topics. Thread-safe; every method throws {@link StoreException}. */
public interface TopicStore {
    /** Puts these topics in the place of all stored ones, in one transaction. */
    void replace(List<Topic> topics);

    /**
     * The stored topics, highest engagement velocity first, ties by id.
     *
     * @param limit 1 to 1000
     */
    List<Topic> topics(int limit);
}
