package dev.sentimentagent.store.cosmos;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.model.store.ItemKey;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.Sampling;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.model.store.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

record CosmosItemStore(Access access) implements ItemStore {
    private static final int AT_ONCE = 250;

    @Override
    public BatchResult save(Batch batch) {
        return saveAll(List.of(batch)).getFirst();
    }

    /** All of them under one right to write; if it fails, the first ones may be written, or parts of them. */
    @Override
    public List<BatchResult> saveAll(List<Batch> batches) {
        return access.write("save", Saving.partitions(batches), writing -> {
            List<BatchResult> results = new ArrayList<>();
            batches.forEach(batch -> results.add(new Saving(writing, batch).run()));
            return results;
        });
    }

    @Override
    public Set<String> known(Collection<ItemKey> keys) {
        return access.read("known", () -> {
            Instant horizon = access.heads().read().head().horizon;
            Set<String> known = new HashSet<>();
            Map<String, List<String>> asked = new HashMap<>();
            for (ItemKey key : keys) {
                if (key.createdUtc().isBefore(horizon)) {
                    known.add(key.fullname());
                } else {
                    asked.computeIfAbsent(Keys.id(Texts.clean(key.fullname())), _ -> new ArrayList<>()).add(key.fullname());
                }
            }
            each(asked.keySet(), ids -> access.items().query(Sought.of("c.id", Kinds.ITEM).in("c.id", ids))
                    .forEach(json -> known.addAll(asked.getOrDefault(json.get("id").asText(), List.of()))));
            return Set.copyOf(known);
        });
    }

    @Override
    public Optional<ScoredItem> find(ItemKey key) {
        String id = Keys.id(Texts.clean(key.fullname()));
        return id.isBlank()
                ? Optional.empty()
                : access.read("find", () -> access.items()
                        .read(Keys.partition(key.subreddit(), key.createdUtc()), id)
                        .map(ItemDocument::scored)
                        .or(() -> anywhere(id)));
    }

    @Override
    public Optional<ScoredItem> find(String fullname) {
        return access.read("find", () -> anywhere(Keys.id(Texts.clean(fullname))));
    }

    private Optional<ScoredItem> anywhere(String id) {
        return access.items().query(Sought.of("*", Kinds.ITEM).where("c.id = ?", id)).stream().findFirst().map(ItemDocument::scored);
    }

    @Override
    public Slice<ScoredItem> recentPosts(@Nullable String subreddit, Instant since, int limit, @Nullable String cursor) {
        return access.read("recentPosts", () -> lists().recentPosts(subreddit, since, limit, cursor));
    }

    @Override
    public String cursorAfter(Post post) {
        return ItemLists.cursorAfter(post);
    }

    @Override
    public Slice<ScoredItem> comments(String postId, int limit, @Nullable String cursor) {
        return access.read("comments", () -> lists().comments(postId, limit, cursor));
    }

    @Override
    public Slice<ScoredItem> walk(Selection selection, int limit, @Nullable String cursor) {
        return access.read("walk", () -> lists().walk(selection, limit, cursor));
    }

    @Override
    public Slice<ScoredItem> search(Find find, int limit, @Nullable String cursor) {
        return access.read("search", () -> lists().search(find, limit, cursor));
    }

    @Override
    public List<ScoredItem> sample(Selection selection, int minTools, int oneIn, int limit) {
        Sampling.check(oneIn, limit);
        return access.read("sample", () -> lists().sample(selection, minTools, oneIn, limit));
    }

    @Override
    public List<ScoredItem> extremes(Selection selection, boolean highest, int limit) {
        return access.read("extremes", () -> lists().extremes(selection, highest, limit));
    }

    private ItemLists lists() {
        return new ItemLists(access.items());
    }

    private static Sought living(String select, ItemKind kind) {
        return Sought.of(select, Kinds.ITEM).where("c.kind = ? AND c.deleted = false", kind.name());
    }

    @Override
    public List<ItemKey> keys(ItemKind kind, Window created) {
        return access.read("keys", () -> access.items()
                .query(Selected.created(living("c.fullname, c.subreddit, c.created_utc", kind), created))
                .stream()
                .map(json -> new ItemKey(json.get("fullname").asText(), json.get("subreddit").asText(), ItemDocument.created(json)))
                .sorted(comparing(ItemKey::createdUtc).thenComparing(ItemKey::fullname).reversed())
                .toList());
    }

    @Override
    public List<PostActivity> activity(Window created) {
        return access.read("activity", () -> access.items()
                .query(Selected.created(living("*", ItemKind.POST), created))
                .stream()
                .map(ItemDocument::scored)
                .map(scored -> activity((Post) scored.item(), scored))
                .toList());
    }

    private static PostActivity activity(Post post, ScoredItem scored) {
        return new PostActivity(post.id(), post.subreddit(), post.title(), post.createdUtc(), post.upvotes(), post.commentCount(),
                scored.score(), scored.toolIds(), scored.bot());
    }

    @Override
    public Map<String, Tally> commentTallies(Collection<String> postIds) {
        return access.read("commentTallies", () -> {
            Map<String, List<String>> asked = new HashMap<>();
            postIds.forEach(id -> asked.computeIfAbsent(Texts.clean(id), _ -> new ArrayList<>()).add(id));
            Map<String, Tally> tallies = new HashMap<>();
            each(asked.keySet(), ids -> {
                Sought sought = living("c.thread, c.sentiment, c.compound_e4", ItemKind.COMMENT).where("c.bot = false").in("c.thread", ids);
                for (JsonNode json : access.items().query(sought)) {
                    Tally one = Tally.of(ItemDocument.sentiment(json), ItemDocument.compoundE4(json));
                    asked.getOrDefault(json.get("thread").asText(), List.of()).stream().distinct()
                            .forEach(id -> tallies.merge(id, one, Tally::plus));
                }
            });
            return Map.copyOf(tallies);
        });
    }

    /** Cuts what is asked for into parts that a query may have. */
    private static void each(Collection<String> all, Consumer<List<String>> part) {
        List<String> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            part.accept(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
        }
    }

    @Override
    public Map<ItemKind, Long> count(Window created) {
        return access.read("count", () -> {
            Map<ItemKind, Long> counts = new HashMap<>();
            for (ItemKind kind : ItemKind.values()) {
                counts.put(kind, access.items().count(Selected.created(living("VALUE COUNT(1)", kind), created)));
            }
            return Map.copyOf(counts);
        });
    }

    @Override
    public List<String> subreddits() {
        return access.read("subreddits", () -> access.heads().read().head().subreddits.values()
                .stream()
                .filter(subreddit -> Arrays.stream(subreddit.counts).sum() > 0)
                .map(subreddit -> subreddit.name)
                .sorted()
                .toList());
    }
}
