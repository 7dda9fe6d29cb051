package dev.sentimentagent.store.memory;

import static java.util.Comparator.comparingDouble;

import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.TopicStore;
import java.util.List;

record MemoryTopicStore(MemoryStore store) implements TopicStore {
    @Override
    public void replace(List<Topic> topics) {
        store.write(() -> {
            if (topics.stream().map(Topic::id).distinct().count() < topics.size()) {
                throw new StoreException("replace failed: the same topic twice", false, null);
            }
            store.data().topics = topics.stream()
                    .sorted(comparingDouble(Topic::engagementVelocity).reversed().thenComparing(Topic::id))
                    .toList();
            return ++store.data().version;
        });
    }

    @Override
    public List<Topic> topics(int limit) {
        Slices.checkLimit(limit);
        return store.call(() -> store.data().topics.stream().limit(limit).toList());
    }
}
