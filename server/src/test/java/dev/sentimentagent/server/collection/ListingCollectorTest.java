package dev.sentimentagent.server.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.reddit.Fetch;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.sentiment.ToolMatcher;
import dev.sentimentagent.sentiment.VaderScorer;
import dev.sentimentagent.server.ManualTime;
import dev.sentimentagent.store.sql.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a reading ends: at the first page on which nothing is new, neither by its time nor by its name. */
class ListingCollectorTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final Coverage BEFORE = new Coverage("Cursor", Listing.NEW, hoursAgo(100), hoursAgo(1), hoursAgo(1));

    private final ManualTime time = new ManualTime(NOW);
    private final Cycle cycle = Cycle.starting(NOW, 0);
    private Store store;
    private ItemWriter writer;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, time, RandomGenerator.getDefault());
        store.cycles().open(cycle);
        ItemAnalyzer analyzer = new ItemAnalyzer(new VaderScorer(), new ToolMatcher(ToolCatalogue.standard()));
        writer = new ItemWriter(analyzer, store.items(), (_, _) -> {}, NOW);
        writer.write(List.of(post("a", 2), post("b", 3), post("c", 4), post("d", 5)), null, null, null);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPageOfWhichAllIsKnownAndOldEndsIt() throws InterruptedException {
        Pages reddit = new Pages(List.of(post("new", 0), post("a", 2)), List.of(post("b", 3), post("c", 4)), List.of(post("d", 5)));
        assertThat(read(reddit)).isEqualTo(2);
        assertThat(coverage().newest()).isEqualTo(hoursAgo(0));
    }

    /** Posts that moderators let through late stand where their time puts them, among what is known. */
    @Test
    void somethingUnknownKeepsItGoingHoweverOldItIs() throws InterruptedException {
        Pages reddit = new Pages(List.of(post("a", 2), post("late", 3)), List.of(post("b", 3), post("later", 4)), List.of(post("c", 4)),
                List.of(post("d", 5)));
        assertThat(read(reddit)).isEqualTo(3);
        assertThat(store.items().find("t3_late")).isPresent();
        assertThat(store.items().find("t3_later")).isPresent();
    }

    /** Pages of a reading that broke off are known, and yet what lies below them was never read. */
    @Test
    void somethingNewerThanTheCoverageKeepsItGoingThoughAllIsKnown() throws InterruptedException {
        writer.write(List.of(post("committed", 0)), null, null, null);
        Pages reddit = new Pages(List.of(post("committed", 0), post("a", 2)), List.of(post("below", 2)), List.of(post("b", 3)));
        assertThat(read(reddit)).isEqualTo(3);
        assertThat(store.items().find("t3_below")).isPresent();
    }

    /** Returns how many pages were asked for. */
    private int read(Pages reddit) throws InterruptedException {
        ListingCollector collector = new ListingCollector(reddit, store.items(), writer, time, new StopSignal(), new HashSet<>());
        assertThat(collector.collect(cycle.id(), "Cursor", Listing.NEW, BEFORE, new HashSet<>())).isEmpty();
        assertThat(store.cycles().gaps(Window.ending(NOW, Duration.ofDays(30)))).isEmpty();
        return reddit.asked.size();
    }

    private Coverage coverage() {
        return store.cycles().coverages().getFirst();
    }

    private static Instant hoursAgo(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private static Post post(String id, int hoursOld) {
        return new Post(id, "Cursor", "ann", "Title", "Body", "https://example.org/", "/r/Cursor/comments/" + id + "/", hoursAgo(hoursOld),
                NOW, 1, 0, null, false);
    }

    /** A listing of these pages. */
    private static final class Pages implements RedditClient {
        final List<@Nullable String> asked = new ArrayList<>();
        private final List<List<Item>> pages;

        @SafeVarargs
        @SuppressWarnings("varargs") // only read
        Pages(List<? extends Item>... pages) {
            this.pages = Arrays.stream(pages).map(List::<Item>copyOf).toList();
        }

        @Override
        public Fetch listing(String subreddit, Listing listing, @Nullable String after) {
            asked.add(after);
            int number = after == null ? 0 : Integer.parseInt(after);
            return new Fetch.Page(pages.get(number), List.of(), number + 1 < pages.size() ? Integer.toString(number + 1) : null);
        }

        @Override
        public Fetch info(List<String> fullnames) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public long requests() {
            return asked.size();
        }

        @Override
        public Duration waited() {
            return Duration.ZERO;
        }

        @Override
        public void close() {}
    }
}
