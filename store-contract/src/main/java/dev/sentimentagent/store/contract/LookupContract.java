package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Questions about many items at once; windows are half open and go by creation. */
abstract class LookupContract extends Contract {
    private static final Window HOUR = new Window(T0, T0.plus(Duration.ofHours(1)));

    LookupContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void knownAreThoseThatAreStored() {
        save(Sample.post("p1"), Sample.comment("c1", "p1"));

        assertThat(known("t3_p1", "t1_p1", "t1_c1", "t3_c1", "t3_p1", "", "odd"))
                .containsExactlyInAnyOrder("t3_p1", "t1_c1");
        assertThat(known()).isEmpty();
    }

    @Test
    void knownTakesAnyNumber() {
        save(Sample.post("p7"), Sample.post("p1500"));
        String[] names = IntStream.range(0, 3001).mapToObj(i -> "t3_p" + i).toArray(String[]::new);

        assertThat(known(names)).containsExactlyInAnyOrder("t3_p7", "t3_p1500");
    }

    @Test
    void fullnamesOfAKindInAWindowNewestFirst() {
        save(edges("p", Sample::post));
        save(edges("c", id -> Sample.comment(id, "p")));

        assertThat(fullnames(ItemKind.POST, HOUR)).containsExactly("t3_plast", "t3_pmiddle", "t3_pfirst");
        assertThat(fullnames(ItemKind.COMMENT, HOUR)).containsExactly("t1_clast", "t1_cmiddle", "t1_cfirst");
    }

    @Test
    void aWindowBetweenTwoSecondsHoldsWhatWasCreatedInIt() {
        save(Sample.post("a").created(T0), Sample.post("b").created(T0.plusSeconds(1)));

        assertThat(fullnames(ItemKind.POST, new Window(T0.plusNanos(1), T0.plusSeconds(1)))).isEmpty();
        assertThat(fullnames(ItemKind.POST, new Window(T0, T0.plusNanos(1)))).containsExactly("t3_a");
        assertThat(fullnames(ItemKind.POST, new Window(T0.plusMillis(999), T0.plusMillis(1001)))).containsExactly("t3_b");
        assertThat(fullnames(ItemKind.POST, new Window(T0, T0))).isEmpty();
    }

    @Test
    void theLongestWindowHoldsEverything() {
        save(Sample.post("a"));
        Window all = new Window(Instant.MIN, Instant.MAX);

        assertThat(fullnames(ItemKind.POST, all)).hasSize(1);
        assertThat(store.items().count(all)).containsEntry(ItemKind.POST, 1L);
        assertThat(store.items().activity(all)).hasSize(1);
        assertThat(store.items().recentPosts(null, Instant.MIN, 10, null).items()).hasSize(1);
        assertThat(store.items().recentPosts(null, Instant.MAX, 10, null).items()).isEmpty();
        assertThat(store.statistics().rollups(all).list()).isNotEmpty();
        assertThat(store.statistics().recount(all)).isNotEmpty();
        assertThat(store.cycles().gaps(all)).isEmpty();
    }

    @Test
    void activityIsThePostsOfAWindow() {
        save(edges("p", Sample::post));
        save(Sample.comment("c", "pfirst"));
        save(Sample.post("pmiddle").created(HOUR.start().plusSeconds(1800)).later(Duration.ofHours(5)).upvotes(70).commentCount(30));

        List<PostActivity> activity = store.items().activity(HOUR);
        assertThat(activity).extracting(PostActivity::id).containsExactlyInAnyOrder("pfirst", "pmiddle", "plast");
        assertThat(activity).contains(new PostActivity("pmiddle", "Cursor", "Title of pmiddle", HOUR.start().plusSeconds(1800), 70, 30,
                Sample.post("pmiddle").score(), Set.of("cursor")));
    }

    @Test
    void commentTalliesAreByPost() {
        save(Sample.post("p1"), Sample.post("p2"), Sample.comment("a", "p1").compound(0.5), Sample.comment("b", "p1").compound(0.05),
                Sample.comment("c", "p1").compound(-0.05), Sample.comment("d", "p1").compound(0.0499),
                Sample.comment("e", "p3").compound(1),
                Sample.comment("f", "p4").compound(1));

        assertThat(store.items().commentTallies(List.of("p1", "p2", "p3", "nowhere")))
                .isEqualTo(Map.of("p1", tallyOf(0.5, 0.05, -0.05, 0.0499), "p3", tallyOf(1)));
        assertThat(store.items().commentTallies(List.of())).isEmpty();
    }

    @Test
    void commentTalliesTakeAnyNumberOfPosts() {
        save(Sample.comment("a", "p3"), Sample.comment("b", "p1200"));
        List<String> posts = new ArrayList<>(IntStream.range(0, 1500).mapToObj(i -> "p" + i).toList());

        assertThat(store.items().commentTallies(posts)).containsOnlyKeys("p3", "p1200");
    }

    @Test
    void countIsByKind() {
        assertThat(store.items().count(HOUR)).isEqualTo(Map.of(ItemKind.POST, 0L, ItemKind.COMMENT, 0L));
        save(edges("p", Sample::post));
        save(Sample.comment("c", "p"));

        assertThat(store.items().count(HOUR)).isEqualTo(Map.of(ItemKind.POST, 3L, ItemKind.COMMENT, 1L));
    }

    @Test
    void sizeAndNameAndSignOfLife() {
        save(Sample.post("p1"));

        assertThat(store.sizeBytes()).isPositive();
        assertThat(store.backend()).isNotBlank();
        assertThat(store.ping()).isEqualTo(store.dataVersion());
    }

    /** Items at and around both ends of {@link #HOUR}; those that begin in it are called first, middle and last. */
    private static Sample[] edges(String prefix, Function<String, Sample> make) {
        return new Sample[]{make.apply(prefix + "before").created(HOUR.start().minusSeconds(1)),
                make.apply(prefix + "middle").created(HOUR.start().plusSeconds(1800)), make.apply(prefix + "first").created(HOUR.start()),
                make.apply(prefix + "last").created(HOUR.end().minusSeconds(1)), make.apply(prefix + "after").created(HOUR.end())};
    }
}
