package dev.sentimentagent.store.memory;

import static java.util.Comparator.comparing;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
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
import dev.sentimentagent.model.store.sighting.ItemState;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record MemoryItemStore(MemoryStore store) implements ItemStore {
    /** Name of a list in its cursors. */
    private static final String RECENT = "r";
    private static final Comparator<ScoredItem> BY_COLLECTION = comparing((ScoredItem scored) -> scored.item().collectedAt())
            .thenComparing(scored -> scored.item().fullname());
    private static final Comparator<ScoredItem> BY_CREATION = comparing((ScoredItem scored) -> scored.item().createdUtc())
            .thenComparing(scored -> scored.item().fullname());

    @Override
    public BatchResult save(Batch batch) {
        return store.write(() -> new Saving(store.data(), batch).run());
    }

    @Override
    public Set<String> known(Collection<ItemKey> keys) {
        return store.call(() -> keys.stream()
                .filter(key -> key.createdUtc().isBefore(store.data().horizon)
                        || store.data().items.containsKey(Texts.clean(key.fullname())))
                .map(ItemKey::fullname)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Optional<ScoredItem> find(ItemKey key) {
        return find(key.fullname());
    }

    @Override
    public Optional<ScoredItem> find(String fullname) {
        return store.call(() -> Optional.ofNullable(store.data().items.get(Texts.clean(fullname))).map(ItemState::scored));
    }

    @Override
    public Slice<ScoredItem> recentPosts(@Nullable String subreddit, Instant since, int limit, @Nullable String cursor) {
        String name = subreddit == null ? null : Texts.clean(subreddit);
        return Slices.of(BY_COLLECTION.reversed(), RECENT, limit, cursor, () -> store.call(() -> store.data()
                .living(ItemKind.POST)
                .filter(scored -> !scored.item().collectedAt().isBefore(since))
                .filter(scored -> name == null || scored.item().subreddit().equalsIgnoreCase(name))
                .toList()), store);
    }

    @Override
    public String cursorAfter(Post post) {
        return Slices.cursor(RECENT, post);
    }

    @Override
    public Slice<ScoredItem> comments(String postId, int limit, @Nullable String cursor) {
        String id = Texts.clean(postId);
        return Slices.of(BY_CREATION, "c", limit, cursor, () -> store.call(() -> store.data()
                .living(ItemKind.COMMENT)
                .filter(scored -> scored.item() instanceof Comment comment && comment.postId().equals(id))
                .toList()), store);
    }

    @Override
    public Slice<ScoredItem> walk(Selection selection, int limit, @Nullable String cursor) {
        return Slices.of(BY_CREATION, "w", limit, cursor,
                () -> store.call(() -> store.data().living().filter(scored -> isSelected(scored, selection)).toList()), store);
    }

    private static boolean isSelected(ScoredItem scored, Selection selection) {
        Selection.Scorer scorer = selection.notScoredBy();
        return selection.created().contains(scored.item().createdUtc())
                && (selection.subreddit() == null || Texts.clean(selection.subreddit()).equalsIgnoreCase(scored.item().subreddit()))
                && (selection.toolId() == null || scored.toolIds().contains(Texts.clean(selection.toolId())))
                && (selection.sentiment() == null || (!scored.bot() && selection.sentiment() == sentiment(scored, selection)))
                && (scorer == null || !scorer.equals(new Selection.Scorer(scored.score().method(), scored.score().version())));
    }

    private static Sentiment sentiment(ScoredItem scored, Selection selection) {
        Sentiment whole = scored.score().sentiment();
        return selection.toolId() == null ? whole : scored.mentions().sentiment(Texts.clean(selection.toolId()), whole);
    }

    private static int compoundE4(ScoredItem scored, Selection selection) {
        int whole = scored.score().compoundE4();
        return selection.toolId() == null ? whole : scored.mentions().compoundE4(Texts.clean(selection.toolId()), whole);
    }

    @Override
    public Slice<ScoredItem> search(Find find, int limit, @Nullable String cursor) {
        Comparator<ScoredItem> newest = BY_CREATION.reversed();
        if (find.order() == Find.Order.NEWEST) {
            return Slices.of(newest, "f", limit, cursor, () -> store.call(() -> found(find).toList()), store);
        }
        Slices.checkLimit(limit);
        Comparator<ScoredItem> first = switch (find.order()) {
            case NEWEST -> newest;
            case ENGAGEMENT -> Comparator.<ScoredItem>comparingInt(MemoryItemStore::engagement).reversed();
            case BEST -> Comparator.<ScoredItem>comparingInt(scored -> compoundE4(scored, find.selection())).reversed();
            case WORST -> Comparator.comparingInt(scored -> compoundE4(scored, find.selection()));
        };
        return new Slice<>(store.call(() -> found(find).sorted(first.thenComparing(newest)).limit(limit).toList()), null);
    }

    private Stream<ScoredItem> found(Find find) {
        return store.data()
                .living()
                .filter(scored -> isSelected(scored, find.selection()))
                .filter(scored -> find.words().stream().allMatch(scored.item().text().toLowerCase(Locale.ROOT)::contains));
    }

    private static int engagement(ScoredItem scored) {
        return scored.item().upvotes() + (scored.item() instanceof Post post ? post.commentCount() : 0);
    }

    @Override
    public List<ScoredItem> sample(Selection selection, int minTools, int oneIn, int limit) {
        Sampling.check(oneIn, limit);
        return store.call(() -> store.data()
                .counted()
                .filter(scored -> isSelected(scored, selection) && scored.toolIds().size() >= minTools)
                .filter(scored -> Sampling.takes(scored.item().createdUtc().getEpochSecond(), scored.score().compoundE4(), oneIn))
                .sorted(BY_CREATION)
                .limit(limit)
                .toList());
    }

    @Override
    public List<ScoredItem> extremes(Selection selection, boolean highest, int limit) {
        Slices.checkLimit(limit);
        Comparator<ScoredItem> byScore = Comparator.comparingInt(scored -> compoundE4(scored, selection));
        return store.call(() -> store.data()
                .living(ItemKind.POST)
                .filter(scored -> !scored.bot() && isSelected(scored, selection))
                .sorted((highest ? byScore.reversed() : byScore).thenComparing(BY_CREATION.reversed()))
                .limit(limit)
                .toList());
    }

    @Override
    public List<ItemKey> keys(ItemKind kind, Window created) {
        return store.call(() -> store.data()
                .living(kind)
                .filter(scored -> created.contains(scored.item().createdUtc()))
                .sorted(BY_CREATION.reversed())
                .map(scored -> ItemKey.of(scored.item()))
                .toList());
    }

    @Override
    public List<PostActivity> activity(Window created) {
        return store.call(() -> store.data()
                .living(ItemKind.POST)
                .filter(scored -> created.contains(scored.item().createdUtc()))
                .map(scored -> activity((Post) scored.item(), scored))
                .toList());
    }

    private static PostActivity activity(Post post, ScoredItem scored) {
        return new PostActivity(post.id(), post.subreddit(), post.title(), post.createdUtc(), post.upvotes(), post.commentCount(),
                scored.score(), scored.toolIds(), scored.bot());
    }

    @Override
    public Map<String, Tally> commentTallies(Collection<String> postIds) {
        return store.call(() -> {
            Map<String, Tally> stored = new HashMap<>();
            store.data()
                    .living(ItemKind.COMMENT)
                    .filter(ScoredItem::counts)
                    .forEach(scored -> stored.merge(((Comment) scored.item()).postId(), Tally.of(scored.score()), Tally::plus));
            return postIds.stream()
                    .distinct()
                    .filter(id -> stored.containsKey(Texts.clean(id)))
                    .collect(Collectors.toMap(id -> id, id -> stored.getOrDefault(Texts.clean(id), Tally.ZERO)));
        });
    }

    @Override
    public Map<ItemKind, Long> count(Window created) {
        return store.call(() -> Map.of(ItemKind.POST, count(ItemKind.POST, created), ItemKind.COMMENT, count(ItemKind.COMMENT, created)));
    }

    private long count(ItemKind kind, Window created) {
        return store.data().living(kind).filter(scored -> created.contains(scored.item().createdUtc())).count();
    }

    @Override
    public List<String> subreddits() {
        return store.call(() -> store.data().all().map(ScoredItem::item).map(Item::subreddit).distinct().sorted().toList());
    }
}
