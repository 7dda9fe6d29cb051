package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.model.store.Find.Order;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader looks for among posts and comments. */
abstract class SearchContract extends Contract {
    SearchContract(Supplier<StorePlace> places) {
        super(places);
    }

    private List<String> hits(Selection selection, String text, Order order) {
        return fullnames(store.items().search(new Find(selection, text, order), 100, null).items());
    }

    private List<String> hits(String text) {
        return hits(Selection.of(EVER), text, Order.NEWEST);
    }

    @Test
    void eachWordMustStandInTitleOrBodyInAnyCaseAndAsAPart() {
        save(Sample.post("a").title("Pricing of Cursor").body("went UP"), Sample.post("b").title("Prices").body("of tools"),
                Sample.comment("c", "a").body("the pricing, up again"), Sample.post("gone").title("pricing up").deleted());

        assertThat(hits("pricing up")).containsExactlyInAnyOrder("t3_a", "t1_c");
        assertThat(hits("  PRIC\t")).containsExactlyInAnyOrder("t3_a", "t3_b", "t1_c");
        assertThat(hits("pricing down")).isEmpty();
        assertThat(hits("")).hasSize(3);
    }

    @Test
    void whatMeansSomethingToADatabaseMeansNothingToAReader() {
        save(Sample.post("a").title("100% 'quoted' \"twice\" a_b c\\d -- ; DROP"), Sample.post("b").title("100 percent aXb"));

        for (String text : List.of("100%", "'quoted'", "\"twice\"", "a_b", "c\\d", "--", ";", "%'")) {
            assertThat(hits(text)).as(text).isEqualTo(text.equals("%'") ? List.of() : List.of("t3_a"));
        }
        assertThat(hits("\u0000 \uD800 percent")).isEmpty();
    }

    @Test
    void aSearchIsNarrowed() {
        save(Sample.post("a").subreddit("aws").tools("x").compound(0.5), Sample.post("b").tools("y").compound(-0.5),
                Sample.post("c").created(T0.plusSeconds(60)));

        assertThat(hits(new Selection(EVER, "AWS", null, null, null), "title", Order.NEWEST)).containsExactly("t3_a");
        assertThat(hits(new Selection(EVER, null, "y", null, null), "title", Order.BEST)).containsExactly("t3_b");
        assertThat(hits(new Selection(EVER, null, null, Sentiment.NEGATIVE, null), "title", Order.NEWEST)).containsExactly("t3_b");
        assertThat(hits(Selection.of(new Window(T0.plusSeconds(1), T0.plusSeconds(61))), "title", Order.WORST)).containsExactly("t3_c");
        assertThat(hits(Selection.of(new Window(T0.plusSeconds(1), T0.plusSeconds(60))), "title", Order.NEWEST)).isEmpty();
    }

    @Test
    void theFirstIsTheNewestTheMostEngagingTheBestOrTheWorst() {
        save(Sample.post("a").compound(0.5).upvotes(10), Sample.post("b").compound(-0.9).upvotes(90).created(T0.plusSeconds(1)),
                Sample.comment("c", "a").compound(0.9).upvotes(30).created(T0.plusSeconds(2)));

        assertThat(hits(Selection.of(EVER), "", Order.NEWEST)).containsExactly("t1_c", "t3_b", "t3_a");
        assertThat(hits(Selection.of(EVER), "", Order.ENGAGEMENT)).containsExactly("t3_b", "t1_c", "t3_a");
        assertThat(hits(Selection.of(EVER), "", Order.BEST)).containsExactly("t1_c", "t3_a", "t3_b");
        assertThat(hits(Selection.of(EVER), "", Order.WORST)).containsExactly("t3_b", "t3_a", "t1_c");
    }

    @Test
    void sliceAfterSliceGivesEachOnceWhateverShareASecond() {
        save(IntStream.range(0, 25)
                .mapToObj(i -> (i % 2 == 0 ? Sample.post("p" + i) : Sample.comment("c" + i, "p0")).created(T0.plusSeconds(i / 6)))
                .toArray(Sample[]::new));

        for (String text : List.of("", "of")) {
            List<String> all = new ArrayList<>();
            String cursor = null;
            do {
                Slice<ScoredItem> slice = store.items().search(new Find(Selection.of(EVER), text, Order.NEWEST), 4, cursor);
                assertThat(slice.items()).hasSizeLessThanOrEqualTo(4);
                all.addAll(fullnames(slice.items()));
                cursor = slice.next();
            } while (cursor != null);
            assertThat(all).hasSize(25).doesNotHaveDuplicates().isEqualTo(hits(text));
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void whatMakesNoSenseIsRefused(Order order) {
        Find find = new Find(Selection.of(EVER), "x", order);
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().search(find, 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().search(find, 1001, null));
        if (order == Order.NEWEST) {
            assertThatIllegalArgumentException().isThrownBy(() -> store.items().search(find, 10, "no cursor"));
        }
    }

    private static List<String> fullnames(List<ScoredItem> items) {
        return items.stream().map(scored -> scored.item().fullname()).toList();
    }
}
