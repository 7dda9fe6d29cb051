package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Measures the store on 90 days of made-up data. Run by hand, not by the build: {@code StoreBenchmark FILE [ITEMS]}; an existing file is
 * measured as it is.
 */
final class StoreBenchmark {
    private static final int BATCH = 500;
    private static final long ITEMS = 1_390_000;
    private static final long PART = 100_000;
    private static final int RUNS = 40;

    private StoreBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        long items = args.length > 1 ? Long.parseLong(args[1]) : ITEMS;
        boolean fill = !Files.exists(file);
        long start = System.nanoTime();
        try (Store store = SqliteStore.open(file, RetryPolicy.NEVER, TimeSource.system(), new Random())) {
            store.dataVersion();
            print("open and first answer, ms (JVM just started)", millis(start));
            if (fill) {
                fill(store, items);
            }
            resight(store, items);
            read(store);
            print("size, MB", store.sizeBytes() / 1_000_000);
            long recount = System.nanoTime();
            Window all = Window.ending(NinetyDays.START.plus(NinetyDays.LENGTH), NinetyDays.LENGTH);
            boolean exact = new HashSet<>(store.statistics().recount(all))
                    .equals(new HashSet<>(store.statistics().rollups(all)));
            print("recount of 90 days, ms; equal to the rollups: " + exact, millis(recount));
        }
        start = System.nanoTime();
        try (Store store = SqliteStore.open(file, RetryPolicy.NEVER, TimeSource.system(), new Random())) {
            store.dataVersion();
            print("open and first answer again, ms", millis(start));
        }
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM") || line.startsWith("VmRSS")) {
                System.out.println(line);
            }
        }
    }

    private static void fill(Store store, long items) {
        NinetyDays days = new NinetyDays(items, 1);
        while (days.left() > 0) {
            List<ScoredItem> part = days.next((int) PART);
            rate("inserted, up to " + (items - days.left()), store, part);
        }
    }

    private static void resight(Store store, long items) {
        List<ScoredItem> first = new NinetyDays(items, 1).next((int) PART);
        rate("sighted again unchanged, first", store, first);
        rate("sighted again unchanged", store, first);
        List<ScoredItem> voted = first.stream().map(StoreBenchmark::upvoted).toList();
        rate("sighted again with other votes", store, voted);
    }

    private static ScoredItem upvoted(ScoredItem scored) {
        return new ScoredItem(switch (scored.item()) {
            case Post p -> new Post(p.id(), p.subreddit(), p.author(), p.title(),
                    p.content(), p.url(), p.permalink(), p.createdUtc(), p.collectedAt().plusSeconds(60), p.upvotes() + 1,
                    p.commentCount(), p.editedAt(), p.deleted());
            case Comment c -> new Comment(c.id(), c.subreddit(), c.author(), c.postId(),
                    c.parent(), c.body(), c.permalink(), c.createdUtc(), c.collectedAt().plusSeconds(60), c.upvotes() + 1, c.editedAt(),
                    c.deleted());
        }, scored.score(), scored.toolIds());
    }

    /** Saves in batches; prints items a second of elapsed time, and of the thread's own time, which other programs do not disturb. */
    private static void rate(String what, Store store, List<ScoredItem> items) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long startCpu = threads.getCurrentThreadCpuTime();
        for (int from = 0; from < items.size(); from += BATCH) {
            store.items().save(Batch.of(items.subList(from, Math.min(items.size(), from + BATCH))));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = (threads.getCurrentThreadCpuTime() - startCpu) / 1e9;
        System.out.printf("%-46s %,8.0f items/s, %,8.0f items/s of CPU time%n", what, items.size() / seconds, items.size() / cpu);
    }

    private static void read(Store store) {
        Instant end = NinetyDays.START.plus(NinetyDays.LENGTH);
        List<String> names = store.items().fullnames(ItemKind.POST, Window.ending(end, Duration.ofDays(2)));
        List<String> posts = names.subList(0, 500).stream().map(name -> name.substring(3)).toList();
        Window edge = Window.ending(end.minusSeconds(7), Duration.ofMinutes(59));
        time("recentPosts(100)", () -> store.items().recentPosts(null, NinetyDays.START, 100, null));
        time("recentPosts(100) of a subreddit", () -> store.items().recentPosts("julesagent", NinetyDays.START, 100, null));
        time("comments(100) of a post", () -> store.items().comments(posts.get(400), 100, null));
        time("find", () -> store.items().find(names.getFirst()));
        time("known(100)", () -> store.items().known(names.subList(0, 100)));
        time("fullnames(posts of 48 h)", () -> store.items().fullnames(ItemKind.POST, Window.ending(end, Duration.ofDays(2))));
        time("activity(7 d)", () -> store.items().activity(Window.ending(end, Duration.ofDays(7))));
        time("commentTallies(500 posts)", () -> store.items().commentTallies(posts));
        time("count(24 h)", () -> store.items().count(Window.ending(end, Duration.ofDays(1))));
        time("subreddits", () -> store.items().subreddits());
        time("tally of an hour's edge, all", () -> store.statistics().tally(Dimension.SUBREDDIT, null, edge));
        time("tally of an hour's edge, subreddit", () -> store.statistics().tally(Dimension.SUBREDDIT, "cursor", edge));
        time("tally of an hour's edge, tool", () -> store.statistics().tally(Dimension.TOOL, "tool-0", edge));
        time("rollups(90 d)", () -> store.statistics().rollups(Window.ending(end, Duration.ofDays(90))));
        time("dataVersion", store::dataVersion);
        time("ping", () -> {
            store.ping();
            return 0;
        });
        System.out.println("rollups: " + store.statistics().rollups(Window.ending(end, Duration.ofDays(90))).size());
    }

    private static void time(String what, Supplier<Object> call) {
        long[] nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            var _ = call.get();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("%-46s median %8.3f ms, worst %8.3f ms%n", what, nanos[RUNS / 2] / 1e6, nanos[RUNS - 1] / 1e6);
    }

    private static void print(String what, long value) {
        System.out.printf("%-46s %,d%n", what, value);
    }

    private static long millis(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
