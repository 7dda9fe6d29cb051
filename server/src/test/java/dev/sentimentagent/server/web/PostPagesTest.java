package dev.sentimentagent.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.sql.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages from memory, each compared with what the store itself gives. */
class PostPagesTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:34:56.789Z");
    private static final int POSTS = 330;

    private final Random random = new Random(1);
    private Store store;
    private PostPages pages;

    @BeforeEach
    void fill(@TempDir Path folder) {
        store = SqliteStore.open(folder.resolve("test.db"), RetryPolicy.NEVER, TimeSource.system(), random);
        List<ScoredItem> posts = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            // Several of one moment.
            posts.add(post("p" + i, List.of("Cursor", "aws").get(random.nextInt(2)), NOW.minusSeconds(random.nextInt(POSTS / 2)), "text"));
        }
        pages = new PostPages(store.items());
        save(posts);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void save(List<ScoredItem> posts) {
        Batch.split(posts).forEach(batch -> {
            store.items().save(batch);
            pages.changed(batch);
        });
    }

    private static ScoredItem post(String id, String subreddit, Instant collected, String text) {
        Post post = new Post(id, subreddit, "someone", "A \"title\" of " + id, text, "https://example.org/", "/r/" + subreddit + "/" + id,
                NOW.minus(Duration.ofDays(1)), collected, 1, 2, null, false);
        return new ScoredItem(post, new Score(Sentiment.NEUTRAL, 0, 0, 0, 1, 0.5, "TEST", "1"), Set.of());
    }

    private void assertAsStored(@Nullable String subreddit, Instant since, int limit, @Nullable String cursor) {
        PostPage page = pages.page(subreddit, since, limit, cursor);
        Slice<ScoredItem> slice = store.items().recentPosts(subreddit, since, limit, cursor);
        List<PostRoutes.PostBody> bodies = slice.items().stream().map(item -> PostRoutes.PostBody.of((Post) item.item(), item.score()))
                .toList();
        assertThat(new String(page.body(), UTF_8)).isEqualTo(new String(Json.write(bodies), UTF_8));
        assertThat(page.next()).isEqualTo(slice.next());
    }

    @Test
    void aPageIsWhatTheStoreGives() {
        for (int i = 0; i < 150; i++) {
            String subreddit = random.nextInt(3) == 0 ? null : List.of("cursor", "AWS", "elsewhere").get(random.nextInt(3));
            Instant since = NOW.minusSeconds(random.nextInt(POSTS / 2 + 10)).plusNanos(random.nextInt(2));
            int limit = 1 + random.nextInt(random.nextBoolean() ? 10 : POSTS + 10);
            String cursor = random.nextBoolean()
                    ? null
                    : store.items().recentPosts(null, Instant.EPOCH, 1 + random.nextInt(300), null).next();
            assertAsStored(subreddit, since, limit, cursor);
        }
    }

    @Test
    void pagesThatEndWithABlockAreWholeToo() {
        for (int limit : List.of(PostBlock.POSTS, 2 * PostBlock.POSTS, POSTS - 1, POSTS, POSTS + 1, 1000)) {
            assertAsStored(null, Instant.EPOCH, limit, null);
        }
    }

    @Test
    void whatChangesIsShown() {
        byte[] before = pages.page(null, Instant.EPOCH, 10, null).content();
        assertThat(pages.page(null, Instant.EPOCH, 10, null).content()).isEqualTo(before);

        save(List.of(post("new", "Cursor", NOW.plusSeconds(1), "text")));
        assertAsStored(null, Instant.EPOCH, 10, null);
        assertThat(pages.page(null, Instant.EPOCH, 10, null).content()).isNotEqualTo(before);
    }

    @Test
    void aJobThatChangesOldPostsCostsNoPage() {
        byte[] before = pages.page(null, Instant.EPOCH, 10, null).content();
        // Nobody is told of it: what is shown of it was read anew.
        store.items().save(Batch.of(List.of(post("new", "Cursor", NOW.plusSeconds(1), "text"))));

        pages.changed(Batch.rescoring(List.of(post("old", "Cursor", NOW.minusSeconds(POSTS), "text"))));
        assertThat(pages.page(null, Instant.EPOCH, 10, null).content()).isEqualTo(before);

        pages.changed(Batch.rescoring(List.of(post("shown", "Cursor", NOW.minusSeconds(1), "text"))));
        assertAsStored(null, Instant.EPOCH, 10, null);
        pages.changed(null);
        assertAsStored(null, Instant.EPOCH, 10, null);
    }

    @Test
    void whatRetentionDeletesCostsOnlyPagesThatReachSoFarBack() {
        byte[] before = pages.page(null, Instant.EPOCH, 10, null).content();
        store.items().save(Batch.of(List.of(post("new", "Cursor", NOW.plusSeconds(1), "text"))));

        pages.expired(NOW.minus(Duration.ofDays(90)));
        assertThat(pages.page(null, Instant.EPOCH, 10, null).content()).isEqualTo(before);
        pages.expired(NOW);
        assertAsStored(null, Instant.EPOCH, 10, null);

        byte[] all = pages.page(null, Instant.EPOCH, 1000, null).content();
        store.items().save(Batch.of(List.of(post("newer", "Cursor", NOW.plusSeconds(2), "text"))));
        pages.expired(NOW.minus(Duration.ofDays(90)));
        assertThat(pages.page(null, Instant.EPOCH, 1000, null).content()).as("what was last in a list may be gone").isNotEqualTo(all);
    }

    @Test
    void theFirstPostOfASubredditIsShown() {
        PostPages none = new PostPages(store.items());
        assertThat(none.page("rust", Instant.EPOCH, 10, null).body()).asString().isEqualTo("[]");
        Batch batch = Batch.of(List.of(post("first", "rust", NOW.minusSeconds(POSTS), "text")));
        store.items().save(batch);
        none.changed(batch);
        assertThat(none.page("rust", Instant.EPOCH, 10, null).body()).asString().contains("first");
    }

    @Test
    void aCursorOfNoListIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> pages.page(null, Instant.EPOCH, 10, "nonsense"));
    }
}
