package dev.sentimentagent.store.cosmos;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.model.store.Sampling;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.model.store.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Lists of items, ordered by an index and read page by page as far as they are wanted. Each asks all partitions. */
record ItemLists(Documents items) {
    private static final char RECENT = 'r';
    private static final char COMMENTS = 'c';
    private static final char WALK = 'w';
    private static final char SEARCH = 's';
    private static final Comparator<ScoredItem> NEWEST = comparing((ScoredItem scored) -> scored.item().createdUtc())
            .thenComparing(scored -> scored.item().fullname()).reversed();

    static String cursorAfter(Post post) {
        return new Cursor(RECENT, post.collectedAt().toEpochMilli(), post.fullname()).text();
    }

    Slice<ScoredItem> recentPosts(@Nullable String subreddit, Instant since, int limit, @Nullable String cursor) {
        Sought sought = Sought.of("*", Kinds.ITEM).where("c.kind = ? AND c.deleted = false", ItemKind.POST.name())
                .where("c.collected_at >= ?", Times.millisFrom(since));
        if (subreddit != null) {
            Selected.subreddit(sought, subreddit);
        }
        Cursor.after(Cursor.parse(cursor, RECENT), sought, "c.collected_at", false);
        return slice(sought, limit, RECENT, item -> item.collectedAt().toEpochMilli(), _ -> true, Integer.MAX_VALUE);
    }

    Slice<ScoredItem> comments(String postId, int limit, @Nullable String cursor) {
        Sought sought = Sought.of("*", Kinds.ITEM).where("c.thread = ? AND c.kind = ? AND c.deleted = false", Texts.clean(postId),
                ItemKind.COMMENT.name());
        Cursor.after(Cursor.parse(cursor, COMMENTS), sought, "c.created_utc", true);
        return slice(sought, limit, COMMENTS, item -> item.createdUtc().getEpochSecond(), _ -> true, Integer.MAX_VALUE);
    }

    Slice<ScoredItem> walk(Selection selection, int limit, @Nullable String cursor) {
        Sought sought = Selected.living("*", selection);
        Cursor.after(Cursor.parse(cursor, WALK), sought, "c.created_utc", true);
        return slice(sought, limit, WALK, item -> item.createdUtc().getEpochSecond(), scored -> Selected.takes(scored, selection),
                Integer.MAX_VALUE);
    }

    Slice<ScoredItem> search(Find find, int limit, @Nullable String cursor) {
        List<String> words = find.words();
        Predicate<ScoredItem> takes = scored -> Selected.takes(scored, find.selection())
                && (words.isEmpty() || words.stream().allMatch(Selected.lower(scored)::contains));
        Sought sought = Selected.living("*", find.selection());
        Cursor.after(Cursor.parse(cursor, SEARCH), sought, "c.created_utc", false);
        if (find.order() == Find.Order.NEWEST) {
            return slice(sought, limit, SEARCH, item -> item.createdUtc().getEpochSecond(), takes, Find.MOST_LOOKED_THROUGH);
        }
        Comparator<ScoredItem> first = switch (find.order()) {
            case NEWEST -> NEWEST;
            case ENGAGEMENT -> comparingInt(ItemLists::engagement).reversed();
            case BEST -> comparingInt((ScoredItem scored) -> Selected.compoundE4(scored, find.selection())).reversed();
            case WORST -> comparingInt(scored -> Selected.compoundE4(scored, find.selection()));
        };
        return new Slice<>(first(sought, limit, first.thenComparing(NEWEST), takes, Find.MOST_LOOKED_THROUGH), null);
    }

    List<ScoredItem> extremes(Selection selection, boolean highest, int limit) {
        Comparator<ScoredItem> byScore = comparingInt(scored -> Selected.compoundE4(scored, selection));
        Sought sought = Selected.living("*", selection).where("c.kind = ? AND c.bot = false", ItemKind.POST.name());
        return first(sought, limit, (highest ? byScore.reversed() : byScore).thenComparing(NEWEST),
                scored -> Selected.takes(scored, selection), Integer.MAX_VALUE);
    }

    List<ScoredItem> sample(Selection selection, int minTools, int oneIn, int limit) {
        Sought sought = Selected.living("*", selection).where("c.bot = false");
        if (minTools > 0) {
            sought.where("ARRAY_LENGTH(c.tools) >= ?", minTools);
        }
        Cursor.after(null, sought, "c.created_utc", true);
        List<ScoredItem> taken = new ArrayList<>();
        items.each(sought, Integer.MAX_VALUE, json -> {
            if (Sampling.takes(json.get("created_utc").asLong(), ItemDocument.compoundE4(json), oneIn)) {
                ScoredItem scored = ItemDocument.scored(json);
                if (Selected.takes(scored, selection)) {
                    taken.add(scored);
                }
            }
            return taken.size() < limit;
        });
        return taken;
    }

    private Slice<ScoredItem> slice(Sought sought, int limit, char list, ToLongFunction<Item> time, Predicate<ScoredItem> takes,
            int looked) {
        Limits.check(limit);
        List<ScoredItem> taken = new ArrayList<>();
        @Nullable
        ScoredItem[] last = new ScoredItem[1];
        boolean[] more = new boolean[1];
        int[] left = {looked};
        // One more than is wanted tells whether there is a next one.
        items.each(sought, limit + 1, json -> {
            ScoredItem scored = ItemDocument.scored(json);
            if (takes.test(scored)) {
                if (taken.size() == limit) {
                    more[0] = true;
                    return false;
                }
                taken.add(scored);
                last[0] = scored;
            }
            if (--left[0] <= 0) {
                last[0] = scored;
                more[0] = true;
                return false;
            }
            return true;
        });
        ScoredItem end = last[0];
        return new Slice<>(taken,
                more[0] && end != null ? new Cursor(list, time.applyAsLong(end.item()), end.item().fullname()).text() : null);
    }

    /** The first ones in an order that no index has, of those that are looked through. */
    private List<ScoredItem> first(Sought sought, int limit, Comparator<ScoredItem> order, Predicate<ScoredItem> takes, int looked) {
        Limits.check(limit);
        PriorityQueue<ScoredItem> best = new PriorityQueue<>(order.reversed());
        int[] left = {looked};
        items.each(sought, Integer.MAX_VALUE, json -> {
            ScoredItem scored = ItemDocument.scored(json);
            if (takes.test(scored)) {
                best.add(scored);
                if (best.size() > limit) {
                    best.poll();
                }
            }
            return --left[0] > 0;
        });
        return best.stream().sorted(order).toList();
    }

    private static int engagement(ScoredItem scored) {
        return scored.item().upvotes() + (scored.item() instanceof Post post ? post.commentCount() : 0);
    }
}
