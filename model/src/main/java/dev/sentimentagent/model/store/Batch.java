package dev.sentimentagent.model.store;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/**
 * What one call writes: items of one subreddit with their effect on the statistics, the progress of the cycle they belong to, and how far
 * the listing they came from has now been collected.
 *
 * @param items at most {@value #MAX_ITEMS}, all of one subreddit; the same item twice counts as two sightings, in order
 * @param progress null for items outside of a cycle (import)
 * @param coverage null if this batch does not complete a listing
 * @param gap null if none was noticed
 * @param rescores whether the items are no sightings but stored ones with other scores and tools: of each only these are taken, and not
 *     even these if the item has been edited, deleted or forgotten since it was read
 */
public record Batch(List<ScoredItem> items, @Nullable Progress progress, @Nullable Coverage coverage, @Nullable Gap gap, boolean rescores) {
    public static final int MAX_ITEMS = 500;

    /**
     * What the batch adds to the report of its cycle: {@code items.size() + rejected} sightings fetched, of which the store counts how
     * many it stored, updated or left unchanged.
     *
     * @param rejected malformed items that came with the others
     */
    public record Progress(String cycleId, String subreddit, long rejected, List<Incident> incidents) {
        public Progress {
            incidents = List.copyOf(incidents);
        }
    }

    public Batch {
        items = List.copyOf(items);
        if (items.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("a batch holds at most " + MAX_ITEMS + " items, not " + items.size());
        }
        String subreddit = items.isEmpty() ? "" : items.getFirst().item().subreddit();
        for (ScoredItem scored : items) {
            String name = scored.item().subreddit();
            if (!name.equals(subreddit) && !SubredditName.same(name, subreddit)) {
                throw new IllegalArgumentException(
                        "a batch is of one subreddit, not of " + subreddit + " and " + scored.item().subreddit());
            }
        }
    }

    /** Sightings. */
    public Batch(List<ScoredItem> items, @Nullable Progress progress, @Nullable Coverage coverage, @Nullable Gap gap) {
        this(items, progress, coverage, gap, false);
    }

    /** New scores and tools of stored items, as they were read. */
    public static Batch rescoring(List<ScoredItem> items) {
        return new Batch(items, null, null, null, true);
    }

    /** Items alone. */
    public static Batch of(List<ScoredItem> items) {
        return new Batch(items, null, null, null);
    }

    /** Items alone, of any subreddits and any number: as few batches as they take, the items of each in the order given. */
    public static List<Batch> split(List<ScoredItem> items) {
        Map<String, List<ScoredItem>> bySubreddit = items.stream()
                .collect(Collectors.groupingBy(scored -> SubredditName.key(scored.item().subreddit()), LinkedHashMap::new,
                        Collectors.toList()));
        return bySubreddit.values().stream().flatMap(same -> same.stream().gather(Gatherers.windowFixed(MAX_ITEMS))).map(Batch::of)
                .toList();
    }
}
