package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Items that are read one after the other, oldest first. */
abstract class WalkContract extends Contract {
    private static final Selection.Scorer SCORER = new Selection.Scorer(Sample.post("p").score().method(),
            Sample.post("p").score().version());

    WalkContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void aWalkIsOldestFirstThenByFullnameWhateverTheSlices() {
        save(Sample.post("c").created(T0.plusSeconds(1)), Sample.post("b").created(T0.plusSeconds(1)),
                Sample.comment("z", "b").created(T0.plusSeconds(1)),
                Sample.post("a").created(T0.plusSeconds(2)), Sample.comment("y", "b").subreddit("aws"), Sample.post("gone").deleted());

        for (int limit = 1; limit <= 6; limit++) {
            assertThat(walk(Selection.of(EVER), limit)).containsExactly("t1_y", "t1_z", "t3_b", "t3_c", "t3_a");
        }
        assertThat(walk(Selection.of(new Window(T0.plusSeconds(1), T0.plusSeconds(2))), 2)).containsExactly("t1_z", "t3_b", "t3_c");
    }

    @Test
    void aWalkGivesWholeItems() {
        ScoredItem post = Sample.post("a").tools("x", "y").scored();
        save(post);

        assertThat(store.items().walk(Selection.of(EVER), 10, null).items()).containsExactly(post);
    }

    @Test
    void aSelectionNarrows() {
        save(Sample.post("a").subreddit("aws").tools("x", "y").compound(0.5), Sample.post("b").tools("y").compound(-0.5),
                Sample.comment("c", "b").tools().compound(0));
        Score later = new Score(Sentiment.POSITIVE, 0.5, 0, 0, 1, 1, "VADER", "2");
        save(new ScoredItem(Sample.post("d").created(T0.plusSeconds(9)).item(), later, Sample.post("d").toolIds()));

        assertThat(walk(new Selection(EVER, "AWS", null, null, null), 10)).containsExactly("t3_a");
        assertThat(walk(new Selection(EVER, "nowhere", null, null, null), 10)).isEmpty();
        assertThat(walk(new Selection(EVER, null, "y", null, null), 1)).containsExactly("t3_a", "t3_b");
        assertThat(walk(new Selection(EVER, null, null, Sentiment.NEGATIVE, null), 10)).containsExactly("t3_b");
        assertThat(walk(new Selection(EVER, null, null, null, SCORER), 10)).containsExactly("t3_d");
        assertThat(walk(new Selection(EVER, null, null, null, new Selection.Scorer("LLM", "1")), 10)).hasSize(4);
        assertThat(walk(new Selection(EVER, "aws", "x", Sentiment.POSITIVE, new Selection.Scorer("VADER", "2")), 10))
                .containsExactly("t3_a");
    }

    @Test
    void whatIsRescoredOnTheWayIsNotMetAgain() {
        save(Sample.post("a"), Sample.post("b"), Sample.post("c"));
        Selection old = new Selection(EVER, null, null, null, new Selection.Scorer("VADER", "2"));
        Slice<ScoredItem> first = store.items().walk(old, 2, null);
        for (ScoredItem scored : first.items()) {
            Item later = scored.item().sightedAt(scored.item().collectedAt().plus(Duration.ofHours(1)));
            save(new ScoredItem(later, new Score(Sentiment.NEUTRAL, 0, 0, 0, 1, 1, "VADER", "2"), scored.toolIds()));
        }

        assertThat(fullnames(store.items().walk(old, 2, first.next()))).containsExactly("t3_c");
        assertThat(walk(old, 2)).containsExactly("t3_c");
    }

    @Test
    void aRescoringBatchTakesScoresAndToolsAndNothingElse() {
        Instant later = T0.plus(Duration.ofHours(1));
        save(Sample.post("a").tools("x").compound(0.5), Sample.post("edited").compound(0.5), Sample.post("gone").compound(0.5));
        List<ScoredItem> read = store.items().walk(Selection.of(EVER), 10, null).items();
        // Meanwhile the votes of one change, the text of another, and the third is deleted.
        save(Sample.post("a").tools("x").compound(0.5).upvotes(77).collected(later),
                Sample.post("edited").body("otherwise").compound(0.5).collected(later), Sample.post("gone").deleted().collected(later));
        Score score = new Score(Sentiment.NEGATIVE, -0.25, 0, 0, 1, 1, "VADER", "2");
        List<ScoredItem> rescored = new ArrayList<>(read.stream().map(item -> new ScoredItem(item.item(), score, Set.of("y"))).toList());
        rescored.add(new ScoredItem(Sample.post("unknown").item(), score, Set.of()));

        BatchResult result = store.items().save(Batch.rescoring(rescored));

        assertThat(result).returns(1L, BatchResult::updated).returns(3L, BatchResult::unchanged).returns(0L, BatchResult::stored);
        ScoredItem a = store.items().find("t3_a").orElseThrow();
        assertThat(a.score()).isEqualTo(score);
        assertThat(a.toolIds()).containsExactly("y");
        assertThat(a.item().upvotes()).isEqualTo(77);
        assertThat(store.items().find("t3_edited").orElseThrow().score().compound()).isEqualTo(0.5);
        assertThat(store.items().find("t3_gone").orElseThrow().item().deleted()).isTrue();
        assertThat(store.items().find("t3_unknown")).isEmpty();
        assertThat(store.items().save(Batch.rescoring(rescored)).updated()).isZero();
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Rollups.of(store.statistics().recount(EVER)));
    }

    @Test
    void itemsThatAreKnownToBeAsTheyWereReadAreRescoredTheSameAndOthersAreReadAgain() {
        Instant later = T0.plus(Duration.ofHours(1));
        save(Sample.post("a").tools("x").compound(0.5).upvotes(3), Sample.post("b").compound(0.5));
        save(Sample.post("c").subreddit("aws").compound(0.5));
        long version = store.dataVersion();
        List<ScoredItem> read = store.items().walk(Selection.of(EVER), 10, null).items();

        BatchResult result = store.items().save(Batch.rescoring(as(read, -0.25, "y"), new Batch.AsRead(read, version)));

        assertThat(result).returns(3L, BatchResult::updated).returns(store.dataVersion(), BatchResult::dataVersion);
        assertThat(store.dataVersion()).isEqualTo(version + 1);
        List<ScoredItem> now = store.items().walk(Selection.of(EVER), 10, null).items();
        assertThat(now).isEqualTo(as(read, -0.25, "y"));
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Rollups.of(store.statistics().recount(EVER)));

        Batch.AsRead old = new Batch.AsRead(now, store.dataVersion());
        save(Sample.post("a").body("otherwise").compound(0.5).collected(later));
        assertThat(store.items().save(Batch.rescoring(as(now, 0.75, "z"), old))).returns(2L, BatchResult::updated)
                .returns(1L, BatchResult::unchanged);
        assertThat(store.items().find("t3_a").orElseThrow().score().compound()).isEqualTo(0.5);
        assertThat(store.items().find("t3_c").orElseThrow().score().compound()).isEqualTo(0.75);
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Rollups.of(store.statistics().recount(EVER)));
    }

    private static List<ScoredItem> as(List<ScoredItem> read, double compound, String tool) {
        Score score = new Score(compound > 0 ? Sentiment.POSITIVE : Sentiment.NEGATIVE, compound, 0, 0, 1, 1, "VADER", "2");
        return read.stream().map(item -> new ScoredItem(item.item(), score, Set.of(tool))).toList();
    }

    @Test
    void aCursorOfAnotherListAndALimitOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().walk(Selection.of(EVER), 10, "nonsense"));
        assertThatIllegalArgumentException().isThrownBy(() -> store.items().walk(Selection.of(EVER), 1001, null));
    }

    private List<String> walk(Selection selection, int limit) {
        List<String> all = new ArrayList<>();
        @Nullable
        String cursor = null;
        do {
            Slice<ScoredItem> slice = store.items().walk(selection, limit, cursor);
            all.addAll(fullnames(slice));
            assertThat(all).as("a walk that ends").hasSizeLessThan(100);
            cursor = slice.next();
        } while (cursor != null);
        return all;
    }

    private static List<String> fullnames(Slice<ScoredItem> slice) {
        return slice.items().stream().map(scored -> scored.item().fullname()).toList();
    }
}
