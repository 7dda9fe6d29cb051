package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.store.TopicStore;
import java.util.List;

record SqlTopicStore(Access calls) implements TopicStore {
    @Override
    public void replace(List<Topic> topics) {
        calls.write(new ReplaceTopics(topics));
    }

    @Override
    public List<Topic> topics(int limit) {
        return calls.read(new SelectTopics(limit));
    }
}
