package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.reddit.Fetch;
import dev.sentimentagent.reddit.RedditClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the present state of items that are known already: their votes and comment counts move for two days, and what was deleted
 * must go.
 */
final class Refresher {
    private static final Logger log = LoggerFactory.getLogger(Refresher.class);
    /** After so many requests in a row that failed, the rest is left to the next cycle. */
    private static final int MAX_FAILURES = 3;

    private final RedditClient reddit;
    private final ItemStore store;
    private final ItemWriter writer;
    private final StopSignal stop;
    private final Map<String, List<Item>> bySubreddit = new LinkedHashMap<>();
    private final List<String> missed = new ArrayList<>();
    private @Nullable Incident firstFailure;

    /** A refresher for one cycle. */
    Refresher(RedditClient reddit, ItemStore store, ItemWriter writer, StopSignal stop) {
        this.reddit = reddit;
        this.store = store;
        this.writer = writer;
        this.stop = stop;
    }

    /**
     * Fetches and stores the present state of these items, 100 a request. What fails is logged, and reported under the subreddits of the
     * items that were missed.
     *
     * @return whether all requests were answered; if not, it is worth while to ask again
     */
    boolean refresh(String cycleId, List<String> fullnames) throws InterruptedException {
        int failures = 0;
        boolean answered = true;
        for (int from = 0; from < fullnames.size(); from += RedditClient.PAGE_SIZE) {
            List<String> page = fullnames.subList(from, Math.min(from + RedditClient.PAGE_SIZE, fullnames.size()));
            switch (stop.interruptibly(() -> reddit.info(page))) {
                case Fetch.Failure failure -> {
                    failures++;
                    answered = false;
                    boolean useless = failures == MAX_FAILURES || FailureScope.of(failure.reason()) == FailureScope.REDDIT;
                    miss(useless ? fullnames.subList(from, fullnames.size()) : page, failure.reason(), failure.detail());
                    if (useless) {
                        from = fullnames.size();
                    }
                }
                case Fetch.Page received -> {
                    failures = 0;
                    received.items().forEach(item -> collect(cycleId, item));
                    if (!received.rejected().isEmpty()) {
                        missRejected(page, received);
                    }
                }
            }
        }
        bySubreddit.forEach((subreddit, items) -> write(cycleId, subreddit, items));
        report(cycleId);
        return answered;
    }

    private void collect(String cycleId, Item item) {
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

    private void miss(List<String> fullnames, Reason reason, String detail) {
        missed.addAll(fullnames);
        if (firstFailure == null) {
            firstFailure = new Incident(reason, "info: " + detail, 1);
        }
    }

    /** Those that were asked for and not understood, as far as can be told: Reddit leaves out what it no longer has, too. */
    private void missRejected(List<String> asked, Fetch.Page received) {
        Set<String> absent = new HashSet<>(asked);
        received.items().forEach(item -> absent.remove(item.fullname()));
        miss(List.copyOf(absent), received.rejected().getFirst().reason(), received.rejected().getFirst().detail());
    }

    private void report(String cycleId) {
        if (firstFailure == null) {
            return;
        }
        Incident why = firstFailure;
        log.warn("{} known items not refreshed ({}): {}", missed.size(), why.reason(), why.detail());
        Map<String, Long> counts = missed.stream()
                .flatMap(fullname -> store.find(fullname).stream())
                .collect(Collectors.groupingBy(known -> known.item().subreddit(), TreeMap::new, Collectors.counting()));
        counts.forEach((subreddit, count) -> writer.report(cycleId, subreddit, new Incident(why.reason(), why.detail(), count)));
    }
}
