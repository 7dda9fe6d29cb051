package dev.sentimentagent.benchmarks;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the calls of a store cost, without scoring and HTTP: the same items and questions for each backend. */
final class StoreBenchmark {
    private static final int CALLS = 300;
    private static final int EXPIRED = 500;
    private static final Duration DAY = Duration.ofDays(1);

    private final History history;
    private final ItemAnalyzer analyzer = ItemAnalyzer.of(SentimentMethod.VADER, ToolCatalogue.standard());

    StoreBenchmark(long seed, int days) {
        this.history = new History(seed, days);
    }

    /** A table with a column for each of the stores, which must be empty. */
    String report(Map<String, Store> stores, Consumer<String> progress) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Map.Entry<String, Store> entry : stores.entrySet()) {
            progress.accept(entry.getKey());
            measure(entry.getValue()).forEach((name, value) -> rows.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
        }
        List<String> headings = new ArrayList<>(List.of(history.days() + " days, 2 processors shared with the server"));
        headings.addAll(stores.keySet());
        MarkdownTable table = new MarkdownTable(headings.toArray(String[]::new));
        rows.forEach((name, values) -> {
            List<String> cells = new ArrayList<>(List.of(name));
            cells.addAll(values);
            table.row(cells.toArray());
        });
        return table.toString();
    }

    private Map<String, String> measure(Store store) {
        Map<String, String> figures = new LinkedHashMap<>();
        long items = 0;
        long nanos = 0;
        List<Batch> last = List.of();
        for (Instant from = history.window().start(); from.isBefore(history.window().end()); from = from.plus(DAY)) {
            last = batches(new Window(from, from.plus(DAY)));
            long start = System.nanoTime();
            last.forEach(batch -> store.items().save(batch));
            nanos += System.nanoTime() - start;
            items += last.stream().mapToLong(batch -> batch.items().size()).sum();
        }
        figures.put("new items/s, batches of 500", rate(items, nanos));
        List<Batch> again = last.stream().map(StoreBenchmark::upvoted).toList();
        long resighted = again.stream().mapToLong(batch -> batch.items().size()).sum();
        figures.put("items/s seen again with other votes", rate(resighted, nanos(() -> again.forEach(store.items()::save))));
        List<Batch> same = again;
        figures.put("items/s seen again unchanged", rate(resighted, nanos(() -> same.forEach(store.items()::save))));
        Instant end = history.window().end();
        Window day = Window.ending(end, DAY);
        figures.put("newest 100 posts, median / p99", median(() -> store.items().recentPosts(null, day.start(), 100, null)));
        String post = store.items().recentPosts(null, day.start(), 1, null).items().getFirst().item().id();
        figures.put("a post's comments", median(() -> store.items().comments(post, 100, null)));
        figures.put("one item by its name", median(() -> store.items().find(ItemKind.POST.fullname(post))));
        figures.put("sign of life", median(store::ping));
        figures.put("all hourly rollups, once", millis(nanos(() -> store.statistics().rollups(history.window()))));
        figures.put("what the week's posts engage, once",
                millis(nanos(() -> store.items().activity(Window.ending(end, Duration.ofDays(7))))));
        figures.put("points of a day, once", millis(nanos(() -> store.statistics().points(day, (_, _, _, _, _) -> {}))));
        figures.put("recount of a day, once", millis(nanos(() -> store.statistics().recount(day))));
        Instant old = history.window().start().plus(DAY);
        figures.put("retention, a batch of " + EXPIRED, millis(nanos(() -> store.retention().expire(old, EXPIRED))));
        figures.put("size", "%,d MB".formatted(store.sizeBytes() >> 20));
        return figures;
    }

    private List<Batch> batches(Window span) {
        List<ScoredItem> scored = Arrays.stream(ItemKind.values())
                .flatMap(kind -> history.items(kind, span))
                .parallel()
                .map(analyzer::analyze)
                .collect(Collectors.toList());
        return Batch.split(scored);
    }

    private static Batch upvoted(Batch batch) {
        return Batch.of(
                batch.items().stream().map(scored -> new ScoredItem(upvoted(scored.item()), scored.score(), scored.toolIds())).toList());
    }

    private static Item upvoted(Item item) {
        Instant later = item.collectedAt().plusSeconds(60);
        return switch (item) {
            case Post post ->
                new Post(post.id(), post.subreddit(), post.author(), post.title(), post.content(), post.url(), post.permalink(),
                        post.createdUtc(), later, post.upvotes() + 1, post.commentCount(), post.editedAt(), post.deleted());
            case Comment comment -> new Comment(comment.id(), comment.subreddit(), comment.author(), comment.postId(), comment.parent(),
                    comment.body(), comment.permalink(), comment.createdUtc(), later, comment.upvotes() + 1, comment.editedAt(),
                    comment.deleted());
        };
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static String rate(long items, long nanos) {
        return "%,.0f".formatted(items / (nanos / 1e9));
    }

    private static String millis(long nanos) {
        return "%.1f ms".formatted(nanos / 1e6);
    }

    private static String median(Runnable call) {
        long[] took = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            took[i] = nanos(call);
        }
        Arrays.sort(took);
        return "%.2f / %.2f ms".formatted(took[CALLS / 2] / 1e6, took[CALLS * 99 / 100] / 1e6);
    }
}
