package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.reddit.Fetch;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one reading of a listing has seen so far: from when to when its items were created. */
final class ListingExtent {
    private final Set<String> seen = new HashSet<>();
    private int pages;
    private @Nullable Instant oldest;
    private @Nullable Instant newest;
    private @Nullable Instant bottom;

    /** Takes a page in; returns whether it holds anything that no earlier page held. */
    boolean add(Fetch.Page page) {
        pages++;
        boolean anyNew = !page.rejected().isEmpty();
        for (Item item : page.items()) {
            anyNew |= seen.add(item.fullname());
            Instant created = item.createdUtc();
            oldest = oldest == null || created.isBefore(oldest) ? created : oldest;
            newest = newest == null || created.isAfter(newest) ? created : newest;
            bottom = created;
        }
        return anyNew;
    }

    int pages() {
        return pages;
    }

    /** The coverage after a complete reading that began at {@code started}; null if the listing is still unknown, because it is empty. */
    @Nullable
    Coverage extend(@Nullable Coverage before, String subreddit, Listing listing, Instant started) {
        if (before == null) {
            return oldest == null || newest == null ? null : new Coverage(subreddit, listing, oldest, started, newest);
        }
        Instant until = started.isAfter(before.until()) ? started : before.until();
        return new Coverage(subreddit, listing, before.from(), until,
                newest != null && newest.isAfter(before.newest()) ? newest : before.newest());
    }

    /**
     * The gap that is left if Reddit's listing ended before it joined what was covered before; null if it reached further back than that.
     * The item at the bottom tells: older ones above it may have resurfaced.
     */
    @Nullable
    Gap gapAfter(@Nullable Coverage before, String subreddit, Listing listing, String cycleId, Instant now) {
        if (before == null || bottom == null || !bottom.isAfter(before.newest())) {
            return null;
        }
        return new Gap(subreddit, listing, before.newest(), bottom, "listing_cap", cycleId, now);
    }
}
