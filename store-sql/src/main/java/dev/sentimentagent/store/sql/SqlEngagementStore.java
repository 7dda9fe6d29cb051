package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Engagement;
import dev.sentimentagent.model.store.EngagementStore;
import dev.sentimentagent.model.store.Ranked;
import java.util.Map;

record SqlEngagementStore(Access calls) implements EngagementStore {
    @Override
    public Map<String, Engagement> byTool(Window created) {
        return calls.read(new SelectEngagement(created));
    }

    @Override
    public Ranked<ScoredItem> posts(String toolId, Window active, int offset, int limit) {
        return calls.read(new SelectEngagingPosts(toolId, active, offset, limit));
    }
}
