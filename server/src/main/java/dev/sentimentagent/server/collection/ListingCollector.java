package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.reddit.Fetch;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.reddit.Rejection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one listing from its newest item down to what was collected before, a page a transaction.
 *
 * <p>INVARIANT: the coverage of a listing moves only with the page that joins it to what was covered before, or with the last page that
 * Reddit gives. A reading that breaks off in between leaves it, so the next one does not mistake the pages already committed for the
 * end of what is new.
 */
final class ListingCollector {
    /** Twice what Reddit's cap of about 1000 items allows: a bound for a listing that never ends. */
    private static final int MAX_PAGES = 20;

    private final RedditClient reddit;
    private final ItemStore items;
    private final ItemWriter writer;
    private final InstantSource clock;
    private final StopSignal stop;

    ListingCollector(RedditClient reddit, ItemStore items, ItemWriter writer, InstantSource clock, StopSignal stop) {
        this.reddit = reddit;
        this.items = items;
        this.writer = writer;
        this.clock = clock;
        this.stop = stop;
    }

    /**
     * Collects the listing.
     *
     * @param before how far it was covered; null if it never was
     * @param sighted takes the fullname of every item seen
     * @return why it broke off; empty if it did not
     */
    Optional<Incident> collect(String cycleId, String subreddit, Listing listing, @Nullable Coverage before, Set<String> sighted)
            throws InterruptedException {
        Instant started = clock.instant();
        ListingExtent extent = new ListingExtent();
        String after = null;
        while (true) {
            String cursor = after;
            Fetch fetch = stop.interruptibly(() -> reddit.listing(subreddit, listing, cursor));
            switch (fetch) {
                case Fetch.Failure failure -> {
                    return Optional.of(new Incident(failure.reason(), listing.path() + ": " + failure.detail(), 1));
                }
                case Fetch.Page page -> {
                    boolean anyNew = extent.add(page);
                    boolean joined = before != null && joins(page, before);
                    boolean last = page.after() == null || extent.pages() == MAX_PAGES;
                    Coverage coverage = joined || last ? extent.extend(before, subreddit, listing, started) : null;
                    Gap gap = last && !joined ? extent.gapAfter(before, subreddit, listing, cycleId, clock.instant()) : null;
                    writer.write(page.items(), progress(cycleId, subreddit, page.rejected()), coverage, gap);
                    page.items().forEach(item -> sighted.add(item.fullname()));
                    if (joined || last) {
                        return Optional.empty();
                    }
                    if (!anyNew) {
                        return Optional.of(new Incident("repeated_page", listing.path() + ": Reddit gives the same page again", 1));
                    }
                    after = page.after();
                }
            }
        }
    }

    /** Whether nothing on the page is new: all of it is stored, and none of it younger than what was covered before. */
    private boolean joins(Fetch.Page page, Coverage before) {
        if (page.items().isEmpty()) {
            return page.rejected().isEmpty();
        }
        return page.items().stream().noneMatch(item -> item.createdUtc().isAfter(before.newest()))
                && items.known(page.items().stream().map(Item::fullname).toList()).size() == distinct(page.items());
    }

    private static int distinct(List<Item> items) {
        return (int) items.stream().map(Item::fullname).distinct().count();
    }

    private static Batch.Progress progress(String cycleId, String subreddit, List<Rejection> rejected) {
        List<Incident> incidents = rejected.stream()
                .collect(Collectors.groupingBy(rejection -> rejection))
                .entrySet()
                .stream()
                .map(same -> new Incident(same.getKey().reason(), same.getKey().detail(), same.getValue().size()))
                .toList();
        return new Batch.Progress(cycleId, subreddit, rejected.size(), incidents);
    }
}
