package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.ListingKey;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.reddit.Fetch;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.reddit.Rejection;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one listing from its newest item down to what was collected before, a page a transaction.
 *
 * <p>INVARIANT: the coverage of a listing moves only with the page that joins it to what was covered before, or with the last page that
 * Reddit gives. A reading that breaks off in between leaves it, so the next one does not mistake the pages already committed for the
 * end of what is new.
 *
 * <p>A reading that leaves a doubt (items that could not be understood, a listing that is empty all of a sudden) leaves the coverage too,
 * once: the next one gets what this one may have missed, if Reddit has come to itself by then. If not, it is taken as it is.
 */
final class ListingCollector {
    private static final Logger log = LoggerFactory.getLogger(ListingCollector.class);
    /** Twice what Reddit's cap of about 1000 items allows: a bound for a listing that never ends. */
    private static final int MAX_PAGES = 20;
    private static final Pattern ITEM = Pattern.compile("^(?:t\\d_\\w*|children\\[\\d+\\]):? ");

    private final RedditClient reddit;
    private final ItemStore items;
    private final ItemWriter writer;
    private final InstantSource clock;
    private final StopSignal stop;
    private final Set<ListingKey> doubted;

    /** @param doubted the listings whose last reading left a doubt; lives from cycle to cycle */
    ListingCollector(
            RedditClient reddit, ItemStore items, ItemWriter writer, InstantSource clock, StopSignal stop, Set<ListingKey> doubted) {
        this.reddit = reddit;
        this.items = items;
        this.writer = writer;
        this.clock = clock;
        this.stop = stop;
        this.doubted = doubted;
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
        ListingExtent extent = new ListingExtent(clock.instant());
        try {
            return read(cycleId, subreddit, listing, before, sighted, extent);
        } finally {
            if (!extent.rejected().isEmpty()) {
                log.warn("r/{} {}: {}; the other items are kept", subreddit, listing.path(), summary(extent.rejected()));
            }
        }
    }

    private Optional<Incident> read(
            String cycleId, String subreddit, Listing listing, @Nullable Coverage before, Set<String> sighted, ListingExtent extent)
            throws InterruptedException {
        String after = null;
        while (true) {
            String cursor = after;
            Fetch fetch = stop.interruptibly(() -> reddit.listing(subreddit, listing, cursor));
            switch (fetch) {
                case Fetch.Failure failure -> {
                    return Optional.of(broken(failure.reason(), listing, failure.detail()));
                }
                case Fetch.Page page -> {
                    boolean anyNew = extent.add(page);
                    boolean joined = before != null && joins(page, before);
                    boolean end = joined || page.after() == null || page.size() == 0 || extent.pages() == MAX_PAGES;
                    boolean vanished = page.size() == 0 && (before != null || extent.pages() > 1);
                    boolean unreadable = end && extent.mostlyRejected();
                    boolean settled = end && !unreadable && settled(subreddit, listing, vanished || !extent.rejected().isEmpty());
                    Coverage coverage = settled ? extent.extend(before, subreddit, listing) : null;
                    Gap gap = settled && !joined ? extent.gapAfter(before, subreddit, listing, cycleId, clock.instant()) : null;
                    writer.write(page.items(), progress(cycleId, subreddit, listing, page.rejected()), coverage, gap);
                    page.items().forEach(item -> sighted.add(item.fullname()));
                    if (unreadable) {
                        return Optional.of(broken(Reason.MALFORMED, listing, "most items were rejected"));
                    }
                    if (vanished && !settled) {
                        return Optional.of(broken(Reason.EMPTY_PAGE, listing, "there was more before"));
                    }
                    if (end) {
                        return Optional.empty();
                    }
                    if (!anyNew) {
                        return Optional.of(broken(Reason.REPEATED_PAGE, listing, "Reddit gives the same page again"));
                    }
                    after = page.after();
                }
            }
        }
    }

    /** Whether the reading counts as complete: it left no doubt, or the one before it left one already. */
    private boolean settled(String subreddit, Listing listing, boolean doubtful) {
        ListingKey key = new ListingKey(subreddit, listing);
        if (doubtful) {
            return !doubted.add(key);
        }
        doubted.remove(key);
        return true;
    }

    private static Incident broken(Reason reason, Listing listing, String detail) {
        return new Incident(reason, listing.path() + ": " + detail, 1);
    }

    /** Whether nothing on the page is new: all of it is stored, and none of it younger than what was covered before. */
    private boolean joins(Fetch.Page page, Coverage before) {
        return !page.items().isEmpty()
                && page.items().stream().noneMatch(item -> item.createdUtc().isAfter(before.newest()))
                && items.known(page.items().stream().map(ItemKey::of).toList()).size() == distinct(page.items());
    }

    private static int distinct(List<Item> items) {
        return (int) items.stream().map(Item::fullname).distinct().count();
    }

    /** An incident for a reason, not for an item: a thousand items of one fault are one line, which the store adds up over the pages. */
    private static Batch.Progress progress(String cycleId, String subreddit, Listing listing, List<Rejection> rejected) {
        List<Incident> incidents = rejected.stream()
                .collect(Collectors.groupingBy(Rejection::reason, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> new Incident(same.getFirst().reason(), listing.path() + ": " + fault(same.getFirst()), same.size()))
                .toList();
        return new Batch.Progress(cycleId, subreddit, rejected.size(), incidents);
    }

    /** What is wrong, without which item it is wrong with. */
    private static String fault(Rejection rejection) {
        return ITEM.matcher(rejection.detail()).replaceFirst("");
    }

    /** How many were rejected for which reason, and what the first one was. */
    private static String summary(List<Rejection> rejected) {
        Map<Reason, Long> byReason = rejected.stream()
                .collect(Collectors.groupingBy(Rejection::reason, TreeMap::new, Collectors.counting()));
        return rejected.size() + " rejected " + byReason + ", the first: " + rejected.getFirst().detail();
    }
}
