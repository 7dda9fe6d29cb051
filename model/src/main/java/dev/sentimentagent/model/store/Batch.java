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
 * the listing they came from has now been collected. Or, of stored items, other scores and tools.
 *
 * @param items at most {@value #MAX_ITEMS}, all of one subreddit; the same item twice counts as two sightings, in order. Stored ones may be
 *     of any subreddits, and as many as fit into one transaction
 * @param progress null for items outside of a cycle (import)
 * @param coverage null if this batch does not complete a listing
 * @param gap null if none was noticed
 * @param asRead null if the items are sightings; else they are stored ones, of each of which only score and tools are taken, and not even
 *     these if it has been edited, deleted or forgotten since it was read
 */
public record Batch(List<ScoredItem> items, @Nullable Progress progress, @Nullable Coverage coverage, @Nullable Gap gap,
        @Nullable AsRead asRead) {
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

    /**
     * Stored items as they were read. A store need not read them again as long as the version of its data is this one.
     *
     * @param items those of the batch; none if they are not known
     * @param dataVersion at which they are so; negative if they may not be so any more
     */
    public record AsRead(List<ScoredItem> items, long dataVersion) {
        static final AsRead UNKNOWN = new AsRead(List.of(), -1);

        public AsRead {
            items = List.copyOf(items);
        }
    }

    public Batch {
        items = List.copyOf(items);
        if (asRead == null) {
            check(items);
        }
    }

    private static void check(List<ScoredItem> items) {
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
        this(items, progress, coverage, gap, null);
    }

    /** New scores and tools of stored items. */
    public static Batch rescoring(List<ScoredItem> items) {
        return rescoring(items, AsRead.UNKNOWN);
    }

    /** The same, if it is known how they were read. */
    public static Batch rescoring(List<ScoredItem> items, AsRead asRead) {
        return new Batch(items, null, null, null, asRead);
    }

    /** Whether it gives stored items other scores and tools. */
    public boolean rescores() {
        return asRead != null;
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
