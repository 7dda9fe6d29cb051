package dev.sentimentagent.model.store;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import java.util.Map;

/** What is talked about most. Deleted items never count. Thread-safe; every method throws {@link StoreException}. */
public interface EngagementStore {
    /**
     * Engagement by id of the tool, over the posts that mention it and were created in the window, and those in whose comments of the window
     * it is mentioned, whenever the post was created. A tool without any is absent.
     */
    Map<String, Engagement> byTool(Window created);

    /**
     * Posts that themselves mention the tool and were created, or got a comment, in the window. Those with the largest sum of comments and
     * upvotes come first, then the newest, ties by fullname.
     *
     * @param offset how many to leave out, at least 0
     * @param limit 1 to 1000
     */
    Ranked<ScoredItem> posts(String toolId, Window active, int offset, int limit);
}
