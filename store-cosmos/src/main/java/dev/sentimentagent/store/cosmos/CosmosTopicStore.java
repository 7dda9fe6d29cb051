package dev.sentimentagent.store.cosmos;

import static java.util.Comparator.comparingDouble;

import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.TopicStore;
import java.util.Arrays;
import java.util.List;

/** All topics in one document: they are put in the place of each other at once. */
record CosmosTopicStore(Access access) implements TopicStore {
    @Override
    public void replace(List<Topic> topics) {
        access.write("topic.replace", writing -> {
            if (topics.stream().map(Topic::id).distinct().count() < topics.size()) {
                throw new StoreException("replace failed: the same topic twice", false, null);
            }
            List<Topic> ordered = topics.stream()
                    .sorted(comparingDouble(Topic::engagementVelocity).reversed().thenComparing(Topic::id))
                    .toList();
            writing.put(Kinds.TOPICS, Kinds.TOPICS, Json.object(), ordered);
            return ++writing.head().version;
        });
    }

    @Override
    public List<Topic> topics(int limit) {
        Limits.check(limit);
        return access.read("topic.topics", () -> all().stream().limit(limit).toList());
    }

    List<Topic> all() {
        return access.records().find(Kinds.TOPICS, Kinds.TOPICS, Topic[].class).map(Arrays::asList).orElse(List.of());
    }
}
