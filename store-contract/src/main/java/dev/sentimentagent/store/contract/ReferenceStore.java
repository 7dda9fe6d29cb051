package dev.sentimentagent.store.contract;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.ToolVerdict;
import dev.sentimentagent.model.store.BatchResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The rules of {@code save} in their plainest form: a map, and everything counted anew each time it is asked for. */
final class ReferenceStore {
    private record Stored(ScoredItem scored, Instant changedAt) {}

    private final Map<String, Stored> items = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<Rollup.Key, Tally> archive = new HashMap<>();
    private Instant horizon = Instant.MIN;

    BatchResult save(List<ScoredItem> sightings) {
        long stored = 0;
        long updated = 0;
        for (ScoredItem sighting : sightings) {
            Item item = sighting.item();
            String name = spellings.computeIfAbsent(SubredditName.key(item.subreddit()), key -> item.subreddit());
            Stored before = items.get(item.fullname());
            if (before == null && item.createdUtc().isBefore(horizon)) {
                continue;
            }
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

    /**
     * Forgets what a store has expired, and requires that nothing younger went while something older stayed.
     *
     * @param count of how many items
     * @param isStored whether the store has an item of that fullname
     * @return whether items that are old enough are left
     */
    boolean expire(Instant before, int count, Predicate<String> isStored) {
        horizon = before.isAfter(horizon) ? before : horizon;
        List<Item> gone = items.values().stream().map(stored -> stored.scored.item()).filter(item -> !isStored.test(item.fullname()))
                .toList();
        if (gone.size() != count) {
            throw new AssertionError(count + " expired, these are missing: " + gone);
        }
        Instant youngest = gone.stream().map(Item::createdUtc).max(Comparator.naturalOrder()).orElse(Instant.MIN);
        for (Item item : gone) {
            archive(requireNonNull(items.remove(item.fullname())).scored);
        }
        if (!youngest.isBefore(before) || items.values().stream().anyMatch(left -> left.scored.item().createdUtc().isBefore(youngest))) {
            throw new AssertionError("not the oldest: " + gone);
        }
        return items.values().stream().anyMatch(left -> left.scored.item().createdUtc().isBefore(before));
    }

    private void archive(ScoredItem scored) {
        rollUp(scored, (key, tally) -> {
            Instant day = key.hour().truncatedTo(ChronoUnit.DAYS);
            archive.merge(new Rollup.Key(key.dimension(), key.name(), key.kind(), day), tally, Tally::plus);
        });
    }

    /** What has expired, by day. */
    Map<Rollup.Key, Tally> archive() {
        return Map.copyOf(archive);
    }

    long count(Predicate<Item> sort) {
        return items.values().stream().filter(stored -> sort.test(stored.scored.item())).count();
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
        items().forEach(scored -> rollUp(scored, (key, tally) -> rollups.merge(key, tally, Tally::plus)));
        return rollups;
    }

    private static void rollUp(ScoredItem scored, BiConsumer<Rollup.Key, Tally> consumer) {
        Item item = scored.item();
        Instant hour = item.createdUtc().truncatedTo(ChronoUnit.HOURS);
        Tally one = Tally.of(scored.score());
        if (!item.deleted() && scored.bot()) {
            consumer.accept(new Rollup.Key(Dimension.BOT, item.subreddit(), item.kind(), hour), new Tally(0, 0, 1, 0, 0));
        }
        if (!item.deleted() && !scored.bot()) {
            consumer.accept(new Rollup.Key(Dimension.METHOD, scored.score().scorer(), item.kind(), hour), one);
            if (scored.score().foreign()) {
                consumer.accept(new Rollup.Key(Dimension.FOREIGN, item.subreddit(), item.kind(), hour), one);
            }
            consumer.accept(new Rollup.Key(Dimension.SUBREDDIT, item.subreddit(), item.kind(), hour), one);
            scored.toolIds().forEach(tool -> {
                ToolVerdict verdict = scored.mentions().verdicts().get(tool);
                consumer.accept(new Rollup.Key(Dimension.TOOL, tool, item.kind(), hour),
                        verdict == null ? one : Tally.of(verdict.sentiment(), verdict.compoundE4()));
            });
        }
    }

    private static ScoredItem as(ScoredItem sighting, String subreddit, Instant collectedAt, String permalink) {
        Item item = switch (sighting.item()) {
            case Post p -> new Post(p.id(), subreddit, p.author(), p.title(), p.content(), p.url(), permalink, p.createdUtc(), collectedAt,
                    p.upvotes(), p.commentCount(), p.editedAt(), p.deleted());
            case Comment c -> new Comment(c.id(), subreddit, c.author(), c.postId(), c.parent(), c.body(), permalink, c.createdUtc(),
                    collectedAt, c.upvotes(), c.editedAt(), c.deleted());
        };
        boolean bot = sighting.bot() && !item.deleted();
        return new ScoredItem(item, sighting.score(), item.deleted() ? Mentions.NONE : sighting.mentions(), bot, false);
    }
}
