package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are read slice by slice: newest posts, and the comments of a post. */
abstract class ListContract extends Contract {
    ListContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void recentPostsAreTheLastCollectedFirst() {
        save(Sample.post("a").collected(T0.plusSeconds(2)), Sample.post("b").collected(T0.plusSeconds(3)),
                Sample.post("c").collected(T0.plusSeconds(1)), Sample.comment("d", "a").collected(T0.plusSeconds(4)));

        assertThat(ids(store.items().recentPosts(null, T0, 10, null))).containsExactly("b", "a", "c");
    }

    @Test
    void recentPostsGoByCollectionNotCreation() {
        save(Sample.post("old").created(T0.minus(Duration.ofDays(30))).collected(T0.plusSeconds(2)),
                Sample.post("new").created(T0).collected(T0.plusSeconds(1)));

        assertThat(ids(store.items().recentPosts(null, T0, 10, null))).containsExactly("old", "new");
    }

    @Test
    void recentPostsOfOneMomentAreOrderedByFullnameDescending() {
        save(Sample.post("a"), Sample.post("c"), Sample.post("b"), Sample.post("10"), Sample.post("9"));

        assertThat(ids(store.items().recentPosts(null, T0, 10, null))).containsExactly("c", "b", "a", "9", "10");
    }

    @Test
    void recentPostsBeginAtSince() {
        save(Sample.post("a").collected(T0), Sample.post("b").collected(T0.minusMillis(1)));

        assertThat(ids(store.items().recentPosts(null, T0, 10, null))).containsExactly("a");
        assertThat(ids(store.items().recentPosts("cursor", T0, 10, null))).containsExactly("a");
        assertThat(ids(store.items().recentPosts(null, T0.plusNanos(1), 10, null))).isEmpty();
    }

    @Test
    void recentPostsOfASubreddit() {
        save(Sample.post("a").subreddit("Bard"), Sample.post("b"), Sample.post("c").subreddit("Bard"));

        assertThat(ids(store.items().recentPosts("Bard", T0, 10, null))).containsExactly("c", "a");
        assertThat(walk(cursor -> store.items().recentPosts("Bard", T0, 1, cursor))).containsExactly("c", "a");
    }

    @Test
    void recentPostsGoOnAfterAnyOfThem() {
        List<ScoredItem> posts = List.of(Sample.post("a").subreddit("Bard").scored(), Sample.post("b").scored(), Sample.post("c").scored());
        save(posts.toArray(ScoredItem[]::new));
        String afterB = store.items().cursorAfter((Post) posts.get(1).item());

        assertThat(afterB).isEqualTo(store.items().recentPosts(null, T0, 2, null).next());
        assertThat(ids(store.items().recentPosts(null, T0, 10, afterB))).containsExactly("a");
        assertThat(ids(store.items().recentPosts("Bard", T0, 10, afterB))).containsExactly("a");
    }

    @Test
    void recentPostsAreWholeItems() {
        ScoredItem post = Sample.post("a").tools("x", "y").scored();
        save(post);

        assertThat(store.items().recentPosts(null, T0, 10, null).items()).containsExactly(post);
    }

    @Test
    void slicesOfRecentPostsMakeUpTheWholeListWhateverTheirSize() {
        List<String> expected = new ArrayList<>();
        List<Sample> posts = new ArrayList<>();
        for (int i = 9; i >= 0; i--) {
            // Three posts a moment, so that slices end inside of moments too.
            posts.add(Sample.post("p" + i).collected(T0.plusMillis(i / 3)));
            expected.add("p" + i);
        }
        save(posts.toArray(Sample[]::new));

        for (int limit = 1; limit <= 11; limit++) {
            int size = limit;
            assertThat(walk(cursor -> store.items().recentPosts(null, T0, size, cursor))).isEqualTo(expected);
        }
    }

    @Test
    void theLastSliceHasNoCursorEvenIfItIsFull() {
        save(Sample.post("a"), Sample.post("b"));

        assertThat(store.items().recentPosts(null, T0, 2, null).next()).isNull();
        assertThat(store.items().recentPosts(null, T0, 1, null).next()).isNotNull();
    }

    @Test
    void newPostsDoNotDisturbAListThatIsBeingRead() {
        save(Sample.post("a"), Sample.post("b"), Sample.post("c"));
        Slice<ScoredItem> first = store.items().recentPosts(null, T0, 1, null);
        save(Sample.post("d"), Sample.post("e").later(Duration.ofHours(1)));
        Slice<ScoredItem> second = store.items().recentPosts(null, T0, 1, first.next());
        save(Sample.post("b").later(Duration.ofHours(2)).deleted());
        Slice<ScoredItem> third = store.items().recentPosts(null, T0, 5, second.next());

        assertThat(ids(first)).containsExactly("c");
        assertThat(ids(second)).containsExactly("b");
        assertThat(ids(third)).containsExactly("a");
    }

    @Test
    void commentsAreTheOldestFirstThenByFullname() {
        save(Sample.comment("c", "p1").created(T0), Sample.comment("a", "p1").created(T0.plusSeconds(1)),
                Sample.comment("b", "p1").created(T0), Sample.comment("x", "p2"), Sample.post("p1"));

        assertThat(ids(store.items().comments("p1", 10, null))).containsExactly("b", "c", "a");
        for (int limit = 1; limit <= 4; limit++) {
            int size = limit;
            assertThat(walk(cursor -> store.items().comments("p1", size, cursor))).containsExactly("b", "c", "a");
        }
        assertThat(store.items().comments("nowhere", 10, null).items()).isEmpty();
    }

    @Test
    void cursorsAreMadeOfUrlSafeCharacters() {
        save(Sample.post("a"), Sample.post("ü/?&=+ #"), Sample.post("z"));
        List<String> ids = walk(cursor -> {
            Slice<ScoredItem> slice = store.items().recentPosts(null, T0, 1, cursor);
            assertThat(slice.next()).satisfiesAnyOf(next -> assertThat(next).isNull(),
                    next -> assertThat(next).matches("[A-Za-z0-9_.~-]+"));
            return slice;
        });

        assertThat(ids).containsExactly("ü/?&=+ #", "z", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "AAAA", "????", "t3_a", "1 t3_ 1 a", "MSB0M18gMSA", "MSB0M18geCBh", "MSB0NV8gMSBh", "-1", "%00"})
    void aTextThatIsNoCursorIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().recentPosts(null, T0, 10, text));
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().comments("p1", 10, text));
    }

    @Test
    void aCursorOfTheOtherListIsRefused() {
        save(Sample.post("a"), Sample.post("b"), Sample.comment("c", "a"), Sample.comment("d", "a"));
        String ofPosts = store.items().recentPosts(null, T0, 1, null).next();
        String ofComments = store.items().comments("a", 1, null).next();

        assertThat(ofPosts).isNotNull();
        assertThat(ofComments).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().recentPosts(null, T0, 1, ofComments));
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().comments("a", 1, ofPosts));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aLimitOutOfRangeIsRefused(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().recentPosts(null, T0, limit, null));
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().comments("a", limit, null));
        assertThatIllegalArgumentException().isThrownBy(() -> store.cycles().recent(limit));
        assertThatIllegalArgumentException().isThrownBy(() -> store.topics().topics(limit));
    }

    @Test
    void aThousandAtOnce() {
        for (int part = 0; part < 4; part++) {
            Sample[] posts = new Sample[300];
            int offset = part * posts.length;
            Arrays.setAll(posts, i -> Sample.post("p" + (10_000 + offset + i)));
            save(posts);
        }
        Slice<ScoredItem> slice = store.items().recentPosts(null, T0, 1000, null);

        assertThat(slice.items()).hasSize(1000);
        assertThat(store.items().recentPosts(null, T0, 1000, slice.next()).items()).hasSize(200);
    }

    private static List<String> ids(Slice<ScoredItem> slice) {
        return slice.items().stream().map(scored -> scored.item().id()).toList();
    }

    private static List<String> walk(Function<@Nullable String, Slice<ScoredItem>> list) {
        List<String> ids = new ArrayList<>();
        Slice<ScoredItem> slice = list.apply(null);
        ids.addAll(ids(slice));
        while (slice.next() != null) {
            slice = list.apply(slice.next());
            ids.addAll(ids(slice));
            assertThat(ids).as("a list that ends").hasSizeLessThan(100);
        }
        return ids;
    }
}
