package dev.sentimentagent.benchmarks;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.CycleStatus;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.server.trending.Trending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fills a store with a history as the service would have: scored and matched by its own analyzer, written in its own batches, with coverage,
 * the cycles of the last day, and topics. All processors make items, the caller's thread writes them.
 */
final class StoreGenerator {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LENGTH_OF_CYCLE = Duration.ofSeconds(40);
    private static final int REQUESTS_OF_CYCLE = 60;
    /** Parts that are made before they are written: some ten thousand items each. */
    private static final int AHEAD = 4;

    private final History history;
    private final Store store;
    private final ToolCatalogue catalogue = ToolCatalogue.standard();
    private final ItemAnalyzer analyzer = ItemAnalyzer.of(SentimentMethod.VADER, catalogue);
    private final Milestone milestone;
    private long written;

    private StoreGenerator(History history, Store store, Milestone milestone) {
        this.history = history;
        this.store = store;
        this.milestone = milestone;
    }

    /**
     * Fills the store.
     *
     * @return number of items written
     */
    static long fill(Store store, History history) throws InterruptedException {
        return fill(store, history, _ -> {});
    }

    /** What is done when all items up to that time are written. */
    interface Milestone {
        void reached(Instant until) throws InterruptedException;
    }

    /** The same, with a stop after each day, and each half hour of the last. */
    static long fill(Store store, History history, Milestone milestone) throws InterruptedException {
        StoreGenerator generator = new StoreGenerator(history, store, milestone);
        generator.items();
        generator.coverages();
        Map<String, String> toolNames = generator.catalogue.tools().stream().collect(Collectors.toMap(Tool::id, Tool::name));
        var _ = new Trending(store.items(), store.topics(), () -> toolNames, InstantSource.fixed(History.END)).refresh();
        return generator.written;
    }

    /** Items of one span; {@code cycle} is null for those of a day whose cycles are not recorded. */
    private record Part(Instant until, @Nullable Cycle cycle, List<Future<List<ScoredItem>>> items) {}

    private void items() throws InterruptedException {
        Deque<Part> ahead = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            try {
                for (Window span : spans(history.window())) {
                    ahead.add(part(span, workers));
                    if (ahead.size() > AHEAD) {
                        write(ahead.remove());
                    }
                }
                while (!ahead.isEmpty()) {
                    write(ahead.remove());
                }
            } finally {
                workers.shutdownNow();
            }
        }
    }

    /** Whole days, and the last one in the half hours between its collections. */
    private static List<Window> spans(Window all) {
        List<Window> spans = new ArrayList<>();
        Instant lastDay = all.end().minus(DAY);
        for (Instant at = all.start(); at.isBefore(lastDay); at = at.plus(DAY)) {
            spans.add(new Window(at, at.plus(DAY)));
        }
        for (Instant at = lastDay; at.isBefore(all.end()); at = at.plus(History.INTERVAL)) {
            spans.add(new Window(at, at.plus(History.INTERVAL)));
        }
        return spans;
    }

    private Part part(Window span, ExecutorService workers) {
        List<Future<List<ScoredItem>>> items = new ArrayList<>();
        for (ItemKind kind : ItemKind.values()) {
            items.add(workers.submit(() -> history.items(kind, span).map(analyzer::analyze).toList()));
        }
        return new Part(span.end(), span.length().equals(History.INTERVAL) ? Cycle.starting(span.end(), 0) : null, items);
    }

    private void write(Part part) throws InterruptedException {
        Cycle cycle = part.cycle();
        if (cycle != null) {
            store.cycles().open(cycle);
        }
        for (Future<List<ScoredItem>> items : part.items()) {
            Map<String, List<ScoredItem>> bySubreddit = await(items).stream()
                    .collect(Collectors.groupingBy(item -> item.item().subreddit(), LinkedHashMap::new, Collectors.toList()));
            bySubreddit.forEach((subreddit, its) -> {
                for (int from = 0; from < its.size(); from += Batch.MAX_ITEMS) {
                    List<ScoredItem> batch = its.subList(from, Math.min(its.size(), from + Batch.MAX_ITEMS));
                    Batch.Progress progress = cycle == null ? null : new Batch.Progress(cycle.id(), subreddit, 0, List.of());
                    written += store.items().save(new Batch(batch, progress, null, null)).stored();
                }
            });
        }
        if (cycle != null) {
            store.cycles().close(new Cycle(cycle.id(), cycle.startedAt(), cycle.startedAt().plus(LENGTH_OF_CYCLE), CycleStatus.COMPLETED,
                    List.of(), REQUESTS_OF_CYCLE, Duration.ZERO, 0, 0));
        }
        milestone.reached(part.until());
    }

    private static List<ScoredItem> await(Future<List<ScoredItem>> items) throws InterruptedException {
        try {
            return items.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("items could not be made", e.getCause());
        }
    }

    private void coverages() {
        Window all = history.window();
        for (String subreddit : history.world().subreddits()) {
            for (Listing listing : Listing.values()) {
                Coverage coverage = new Coverage(subreddit, listing, all.start(), all.end(), all.end());
                store.items().save(new Batch(List.of(), null, coverage, null));
            }
        }
    }
}
