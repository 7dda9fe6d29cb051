package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.reddit.Fetch;
import dev.sentimentagent.reddit.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one reading of a listing has seen so far: from when to when its items were created. */
final class ListingExtent {
    /** An item dated further ahead than our clock can be wrong must not pass for the newest there will be until then. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofDays(1);

    private static final int MANY = 10;

    private final Instant started;
    private final Set<String> seen = new HashSet<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private int pages;
    private @Nullable Instant newest;
    private @Nullable Instant bottom;

    /** @param started when the reading begins */
    ListingExtent(Instant started) {
        this.started = started;
    }

    /** Takes a page in; returns whether it holds anything that no earlier page held. */
    boolean add(Fetch.Page page) {
        pages++;
        boolean anyNew = page.rejected().stream().anyMatch(rejection -> !rejected.contains(rejection));
        rejected.addAll(page.rejected());
        for (Item item : page.items()) {
            anyNew |= seen.add(item.fullname());
            Instant created = item.createdUtc();
            bottom = created;
            if (created.isBefore(started.plus(CLOCK_DIFFERENCE))) {
                newest = newest == null || created.isAfter(newest) ? created : newest;
            }
        }
        return anyNew;
    }

    /** What could not be understood. */
    List<Rejection> rejected() {
        return rejected;
    }

    /**
     * Whether so much could not be understood that it is the format which has changed, not some items that are odd: the reading does not
     * count then, so that nothing is passed over for good.
     */
    boolean mostlyRejected() {
        return rejected.size() >= MANY && rejected.size() > seen.size();
    }

    int pages() {
        return pages;
    }

    /**
     * The coverage after a complete reading; null if it saw nothing, which leaves it as it is. A first coverage begins with the item at
     * the bottom: older ones above it may have resurfaced, alone.
     */
    @Nullable
    Coverage extend(@Nullable Coverage before, String subreddit, Listing listing) {
        if (newest == null || bottom == null) {
            return null;
        }
        if (before == null) {
            return new Coverage(subreddit, listing, bottom, started, newest);
        }
        Instant until = started.isAfter(before.until()) ? started : before.until();
        return new Coverage(subreddit, listing, before.from(), until, newest.isAfter(before.newest()) ? newest : before.newest());
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
        return new Gap(subreddit, listing, before.newest(), bottom, Reason.LISTING_CAP, cycleId, now);
    }
}
