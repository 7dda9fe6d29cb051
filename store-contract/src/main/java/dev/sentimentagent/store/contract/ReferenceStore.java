package dev.sentimentagent.store.contract;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.store.BatchResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of {@code save} in their plainest form: a map, and everything counted anew each time it is asked for. */
final class ReferenceStore {
    private record Stored(ScoredItem scored, Instant changedAt) {}

    private final Map<String, Stored> items = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();

    BatchResult save(List<ScoredItem> sightings) {
        long stored = 0;
        long updated = 0;
        for (ScoredItem sighting : sightings) {
            Item item = sighting.item();
            String name = spellings.computeIfAbsent(SubredditName.key(item.subreddit()), key -> item.subreddit());
            Stored before = items.get(item.fullname());
            if (before == null) {
                items.put(item.fullname(), new Stored(as(sighting, name, item.collectedAt(), item.permalink()), item.collectedAt()));
                stored++;
                continue;
            }
            Item known = before.scored.item();
            // A deleted post has lost its address and gets it back; a comment never loses it.
            boolean lost = known instanceof Post && known.deleted();
            String permalink = lost ? item.permalink() : known.permalink();
            ScoredItem after = as(sighting, known.subreddit(), known.collectedAt(), permalink);
            if (!item.collectedAt().isBefore(before.changedAt) && !after.equals(before.scored)) {
                items.put(item.fullname(), new Stored(after, item.collectedAt()));
                updated++;
            }
        }
        return new BatchResult(stored, updated, sightings.size() - stored - updated, List.of(), 0);
    }

    /** All items, newest first. */
    List<ScoredItem> items() {
        return items.values()
                .stream()
                .map(Stored::scored)
                .sorted(Comparator.comparing((ScoredItem scored) -> scored.item().collectedAt())
                        .thenComparing(scored -> scored.item().fullname())
                        .reversed())
                .toList();
    }

    Map<Rollup.Key, Tally> rollups() {
        Map<Rollup.Key, Tally> rollups = new HashMap<>();
        for (ScoredItem scored : items()) {
            Item item = scored.item();
            if (!item.deleted()) {
                Instant hour = item.createdUtc().truncatedTo(ChronoUnit.HOURS);
                Tally one = Tally.of(scored.score());
                rollups.merge(new Rollup.Key(Dimension.SUBREDDIT, item.subreddit(), item.kind(), hour), one, Tally::plus);
                for (String tool : scored.toolIds()) {
                    rollups.merge(new Rollup.Key(Dimension.TOOL, tool, item.kind(), hour), one, Tally::plus);
                }
            }
        }
        return rollups;
    }

    private static ScoredItem as(ScoredItem sighting, String subreddit, Instant collectedAt, String permalink) {
        Item item = switch (sighting.item()) {
            case Post p -> new Post(p.id(), subreddit, p.author(), p.title(), p.content(), p.url(), permalink, p.createdUtc(), collectedAt,
                    p.upvotes(), p.commentCount(), p.editedAt(), p.deleted());
            case Comment c -> new Comment(c.id(), subreddit, c.author(), c.postId(), c.parent(), c.body(), permalink, c.createdUtc(),
                    collectedAt, c.upvotes(), c.editedAt(), c.deleted());
        };
        return new ScoredItem(item, sighting.score(), item.deleted() ? Set.of() : sighting.toolIds());
    }
}
