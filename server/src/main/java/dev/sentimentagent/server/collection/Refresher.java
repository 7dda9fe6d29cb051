package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.reddit.Fetch;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.reddit.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks for the present state of items that are known already: their votes and comment counts move for two days, and what was deleted
 * must go.
 */
final class Refresher {
    private final RedditClient reddit;
    private final ItemWriter writer;
    private final StopSignal stop;

    Refresher(RedditClient reddit, ItemWriter writer, StopSignal stop) {
        this.reddit = reddit;
        this.writer = writer;
        this.stop = stop;
    }

    /**
     * Fetches and stores the present state of these items, 100 a request. A request that fails is skipped and reported; its items come up
     * again in a later cycle.
     *
     * @return what failed
     */
    List<Incident> refresh(String cycleId, List<String> fullnames) throws InterruptedException {
        List<Incident> incidents = new ArrayList<>();
        Map<String, List<Item>> bySubreddit = new LinkedHashMap<>();
        for (int from = 0; from < fullnames.size(); from += RedditClient.PAGE_SIZE) {
            List<String> page = fullnames.subList(from, Math.min(from + RedditClient.PAGE_SIZE, fullnames.size()));
            switch (stop.interruptibly(() -> reddit.info(page))) {
                case Fetch.Failure failure -> incidents.add(new Incident(failure.reason(), "info: " + failure.detail(), 1));
                case Fetch.Page received -> {
                    received.items().forEach(item -> collect(cycleId, item, bySubreddit));
                    received.rejected().stream().map(Refresher::incident).forEach(incidents::add);
                }
            }
        }
        bySubreddit.forEach((subreddit, items) -> write(cycleId, subreddit, items));
        return incidents;
    }

    private void collect(String cycleId, Item item, Map<String, List<Item>> bySubreddit) {
        List<Item> items = bySubreddit.computeIfAbsent(item.subreddit(), _ -> new ArrayList<>());
        items.add(item);
        if (items.size() == Batch.MAX_ITEMS) {
            write(cycleId, item.subreddit(), items);
            items.clear();
        }
    }

    private void write(String cycleId, String subreddit, List<Item> items) {
        if (!items.isEmpty()) {
            writer.write(items, new Batch.Progress(cycleId, subreddit, 0, List.of()), null, null);
        }
    }

    private static Incident incident(Rejection rejection) {
        return new Incident(rejection.reason(), "info: " + rejection.detail(), 1);
    }
}
