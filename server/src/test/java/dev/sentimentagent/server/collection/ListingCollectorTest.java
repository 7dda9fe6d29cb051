package dev.sentimentagent.server.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Incident;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.ListingKey;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.reddit.Fetch;
import dev.sentimentagent.reddit.RedditClient;
import dev.sentimentagent.reddit.Rejection;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.sentiment.ToolMatcher;
import dev.sentimentagent.sentiment.VaderScorer;
import dev.sentimentagent.store.sql.SqliteStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
    private final Set<ListingKey> doubted = new HashSet<>();
    private Store store;
    private ItemWriter writer;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, time, RandomGenerator.getDefault());
        store.cycles().open(cycle);
        ItemAnalyzer analyzer = new ItemAnalyzer(new VaderScorer(), new ToolMatcher(ToolCatalogue.standard()));
        writer = new ItemWriter(analyzer, store.items(), (_, _) -> {}, NOW);
        writer.write(List.of(post("a", 2), post("b", 3), post("c", 4), post("d", 5)), progress(), null, null);
    }

    private Batch.Progress progress() {
        return new Batch.Progress(cycle.id(), "Cursor", 0, List.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPageOfWhichAllIsKnownAndOldEndsIt() throws InterruptedException {
        Pages reddit = Pages.of(List.of(post("new", 0), post("a", 2)), List.of(post("b", 3), post("c", 4)), List.of(post("d", 5)));
        assertThat(read(reddit)).isEqualTo(2);
        assertThat(coverage().newest()).isEqualTo(hoursAgo(0));
    }

    /** Posts that moderators let through late stand where their time puts them, among what is known. */
    @Test
    void somethingUnknownKeepsItGoingHoweverOldItIs() throws InterruptedException {
        Pages reddit = Pages.of(List.of(post("a", 2), post("late", 3)), List.of(post("b", 3), post("later", 4)), List.of(post("c", 4)),
                List.of(post("d", 5)));
        assertThat(read(reddit)).isEqualTo(3);
        assertThat(store.items().find("t3_late")).isPresent();
        assertThat(store.items().find("t3_later")).isPresent();
    }

    /** Pages of a reading that broke off are known, and yet what lies below them was never read. */
    @Test
    void somethingNewerThanTheCoverageKeepsItGoingThoughAllIsKnown() throws InterruptedException {
        writer.write(List.of(post("committed", 0)), progress(), null, null);
        Pages reddit = Pages.of(List.of(post("committed", 0), post("a", 2)), List.of(post("below", 2)), List.of(post("b", 3)));
        assertThat(read(reddit)).isEqualTo(3);
        assertThat(store.items().find("t3_below")).isPresent();
    }

    /** If the format has changed, what was written since must still be there to be read once it is understood again. */
    @Test
    void aListingThatIsMostlyNotUnderstoodDoesNotCount() throws InterruptedException {
        List<Rejection> rejected = IntStream.range(0, 60)
                .mapToObj(i -> new Rejection(Reason.MISSING_FIELD, "t3_x" + i + ": created_utc is missing or null"))
                .toList();
        RedditClient reddit = new Pages(List.of(new Fetch.Page(List.of(post("new", 0)), rejected, null)));
        for (int reading = 0; reading < 3; reading++) {
            assertThat(collect(reddit)).hasValueSatisfying(broken -> assertThat(broken.reason()).isEqualTo(Reason.MALFORMED));
            assertThat(store.cycles().coverages()).isEmpty();
        }
        assertThat(store.items().find("t3_new")).isPresent();
        assertThat(store.cycles().recent(1).getFirst().subreddits().getFirst().incidents()).as("one for all of them")
                .containsExactly(new Incident(Reason.MISSING_FIELD, "new: created_utc is missing or null", 180));
    }

    /** Returns how many pages were asked for. */
    private int read(Pages reddit) throws InterruptedException {
        assertThat(collect(reddit)).isEmpty();
        assertThat(store.cycles().gaps(Window.ending(NOW, Duration.ofDays(30)))).isEmpty();
        return reddit.asked.size();
    }

    private Optional<Incident> collect(RedditClient reddit) throws InterruptedException {
        return new ListingCollector(reddit, store.items(), writer, time, new StopSignal(), doubted)
                .collect(cycle.id(), "Cursor", Listing.NEW, BEFORE, new HashSet<>());
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
        private final List<Fetch.Page> pages;

        Pages(List<Fetch.Page> pages) {
            this.pages = pages;
        }

        /** Pages of which all is understood. */
        @SafeVarargs
        static Pages of(List<? extends Item>... pages) {
            return new Pages(
                    IntStream.range(0, pages.length)
                            .mapToObj(
                                    i -> new Fetch.Page(List.<Item>copyOf(pages[i]), List.of(),
                                            i + 1 < pages.length ? Integer.toString(i + 1) : null))
                            .toList());
        }

        @Override
        public Fetch listing(String subreddit, Listing listing, @Nullable String after) {
            asked.add(after);
            return pages.get(after == null ? 0 : Integer.parseInt(after));
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
