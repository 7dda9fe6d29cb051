package dev.sentimentagent.server.collection;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.ListingKey;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.store.StoreException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Collects the listings of one subreddit after another, in one cycle. What goes wrong with one is logged and reported, never thrown. */
final class SubredditCollector {
    private static final Logger log = LoggerFactory.getLogger(SubredditCollector.class);

    private final String cycleId;
    private final ListingCollector listings;
    private final ItemWriter writer;
    private final Map<ListingKey, Coverage> coverages;
    private final Set<String> sighted;
    private @Nullable Incident refusal;

    /**
     * The collector of one cycle.
     *
     * @param coverages how far each listing was covered before the cycle
     * @param sighted takes the fullname of every item seen
     */
    SubredditCollector(
            String cycleId, ListingCollector listings, ItemWriter writer, Map<ListingKey, Coverage> coverages, Set<String> sighted) {
        this.cycleId = cycleId;
        this.listings = listings;
        this.writer = writer;
        this.coverages = coverages;
        this.sighted = sighted;
    }

    /** What Reddit said when it refused the credentials; empty if it has not. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal).map(Incident::detail);
    }

    SubredditOutcome collect(String subreddit) throws InterruptedException {
        try (var _ = MDC.putCloseable("subreddit", subreddit)) {
            int read = 0;
            FailureScope widest = FailureScope.REQUEST;
            for (Listing listing : Listing.values()) {
                Optional<Incident> broken = listings
                        .collect(cycleId, subreddit, listing, coverages.get(new ListingKey(subreddit, listing)), sighted);
                if (broken.isEmpty()) {
                    read++;
                    continue;
                }
                widest = FailureScope.of(broken.get().reason());
                report(subreddit, broken.get());
                if (widest != FailureScope.REQUEST) {
                    // The other listing would only fail in the same way; where it is a timeout, after minutes.
                    break;
                }
            }
            if (read == Listing.values().length) {
                return SubredditOutcome.WHOLE;
            }
            return read > 0 || widest == FailureScope.SUBREDDIT ? SubredditOutcome.INCOMPLETE : SubredditOutcome.NOTHING;
        } catch (RuntimeException e) {
            reportFailure(subreddit, e);
            log.error("r/{} not collected, the cycle goes on with the next subreddit", subreddit, e);
            return SubredditOutcome.ERROR;
        }
    }

    /** In the cycle's entry too, if the store takes it: after what it has just refused it may not. */
    private void reportFailure(String subreddit, RuntimeException e) {
        Reason reason = e instanceof StoreException ? Reason.STORE_FAILED : Reason.INTERNAL_ERROR;
        try {
            writer.report(cycleId, subreddit, new Incident(reason, "see the log at ERROR", 1));
        } catch (StoreException again) {
            e.addSuppressed(again);
        }
    }

    private void report(String subreddit, Incident incident) {
        refusal = incident.reason() == Reason.UNAUTHORIZED ? incident : refusal;
        log.warn("r/{} not collected ({}): {}", subreddit, incident.reason(), incident.detail());
        writer.report(cycleId, subreddit, incident);
    }
}
