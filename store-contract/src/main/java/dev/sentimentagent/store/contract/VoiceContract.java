package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Sampling;
import dev.sentimentagent.model.store.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the figures are made from: whose voice an item is, samples of texts, and the best and worst. */
abstract class VoiceContract extends Contract {
    VoiceContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void aVoiceTellsItsThreadAndItsAuthor() {
        save(Sample.post("p1").compound(0.5).tools("x", "y"), Sample.comment("c1", "p1").compound(-0.25).subreddit("aws").tools(),
                Sample.comment("c2", "p0").created(T0.plusSeconds(10)), Sample.comment("gone", "p1").deleted());

        List<String> voices = new ArrayList<>();
        store.statistics().voices(new Window(T0, T0.plusSeconds(10)),
                (created, subreddit, mentions, sentiment, compound, post, author) -> voices
                        .add(created - T0.getEpochSecond() + " " + subreddit + " " + mentions.toolIds().size() + " " + sentiment + " "
                                + compound + " "
                                + post
                                + " " + author));
        assertThat(voices).containsExactlyInAnyOrder(
                "0 Cursor 2 POSITIVE 5000 p1 " + Sample.post("p1").item().author(),
                "0 aws 0 NEGATIVE -2500 p1 " + Sample.comment("c1", "p1").item().author());
    }

    @Test
    void aSampleIsThatOfTheRuleAndOldestFirst() {
        Sample[] items = IntStream.range(0, 300)
                .mapToObj(i -> Sample.comment("c" + i, "p1").created(T0.plusSeconds(i * 7L)).compound((i % 200 - 100) / 100.0))
                .toArray(Sample[]::new);
        save(items);

        for (int oneIn : new int[]{1, 3, 10}) {
            List<String> expected = IntStream.range(0, 300)
                    .filter(i -> Sampling.takes(T0.getEpochSecond() + i * 7L, (i % 200 - 100) * 100, oneIn))
                    .mapToObj(i -> "t1_c" + i)
                    .toList();
            assertThat(fullnames(store.items().sample(Selection.of(EVER), 0, oneIn, 300))).isEqualTo(expected);
            assertThat(expected.size()).isBetween(200 / oneIn, 400 / oneIn);
        }
    }

    @Test
    void aSampleIsOfWhatIsSelectedAndBounded() {
        save(Sample.post("a").subreddit("aws").tools("x", "y").compound(0.5), Sample.post("b").tools("y").compound(-0.5),
                Sample.comment("c", "b").tools().compound(0), Sample.post("gone").deleted());

        assertThat(fullnames(store.items().sample(new Selection(EVER, null, "y", null, null), 0, 1, 10)))
                .containsExactlyInAnyOrder("t3_a", "t3_b");
        assertThat(fullnames(store.items().sample(new Selection(EVER, null, "y", null, null), 2, 1, 10))).containsExactly("t3_a");
        assertThat(fullnames(store.items().sample(Selection.of(EVER), 2, 1, 10))).containsExactly("t3_a");
        assertThat(fullnames(store.items().sample(new Selection(EVER, "AWS", "y", Sentiment.POSITIVE, null), 0, 1, 10)))
                .containsExactly("t3_a");
        assertThat(store.items().sample(Selection.of(EVER), 0, 1, 2)).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().sample(Selection.of(EVER), 0, 0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().sample(Selection.of(EVER), 0, 1, Sampling.MAX + 1));
    }

    @Test
    void extremesArePostsTheHighestOrTheLowestFirst() {
        save(Sample.post("a").compound(0.5), Sample.post("b").compound(-0.5), Sample.post("c").compound(0.5).created(T0.plusSeconds(1)),
                Sample.post("d").compound(0.9).tools("x"), Sample.comment("e", "b").compound(1), Sample.post("gone").compound(1).deleted());

        assertThat(fullnames(store.items().extremes(Selection.of(EVER), true, 3))).containsExactly("t3_d", "t3_c", "t3_a");
        assertThat(fullnames(store.items().extremes(Selection.of(EVER), false, 1))).containsExactly("t3_b");
        assertThat(fullnames(store.items().extremes(new Selection(EVER, null, "x", null, null), false, 5))).containsExactly("t3_d");
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().extremes(Selection.of(EVER), true, 1001));
    }

    private static List<String> fullnames(List<ScoredItem> items) {
        return items.stream().map(scored -> scored.item().fullname()).toList();
    }
}
