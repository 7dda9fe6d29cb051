package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Listing;
import dev.sentimentagent.model.Reason;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.BulkLoad;
import dev.sentimentagent.model.store.StoreException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@code save}: what a first sighting stores, that another one of the same changes nothing, and that a batch is all or nothing. */
abstract class SaveContract extends Contract {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Sample POST = Sample.post("p1");

    SaveContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void aPostIsReadBackAsItWasSaved() {
        ScoredItem post = POST.edited(T0.plusSeconds(30)).tools("cursor", "claude-code").scored();
        BatchResult result = save(post);

        assertThat(result.stored()).isEqualTo(1);
        assertThat(found("t3_p1")).isEqualTo(post);
    }

    @Test
    void aCommentIsReadBackAsItWasSaved() {
        ScoredItem comment = Sample.comment("c1", "p1").tools().author(null).scored();
        save(comment);

        assertThat(found("t1_c1")).isEqualTo(comment);
    }

    @Test
    void whatIsNotStoredIsNotFound() {
        save(POST);

        assertThat(store.items().find("t3_p2")).isEmpty();
        assertThat(store.items().find("t1_p1")).isEmpty();
        assertThat(store.items().find("no fullname")).isEmpty();
    }

    @Test
    void timesAreKeptToTheMillisecondAndCreationToTheSecond() {
        save(POST.created(T0.plusNanos(999_999_999)).collected(T0.plusNanos(123_456_789)).edited(T0.plusNanos(987_654_321)));

        assertThat(found("t3_p1").item().createdUtc()).isEqualTo(T0);
        assertThat(found("t3_p1").item().collectedAt()).isEqualTo(T0.plusMillis(123));
        assertThat(found("t3_p1").item().editedAt()).isEqualTo(T0.plusMillis(987));
    }

    @Test
    void scoresAreKeptToTheirDecimals() {
        Score fine = new Score(Sentiment.NEUTRAL, 0.123449, 0.33349, 0.1114, 0.555, 0.246898, "LLM", "2026-01");
        save(new ScoredItem(POST.item(), fine, Set.of()));

        assertThat(found("t3_p1").score()).isEqualTo(new Score(Sentiment.NEUTRAL, 0.1234, 0.333, 0.111, 0.555, 0.246898, "LLM", "2026-01"));
        assertThat(save(new ScoredItem(POST.later(MINUTE).item(), fine, Set.of())).unchanged()).isEqualTo(1);
    }

    @Test
    void theSameSightingAgainChangesNothing() {
        BatchResult first = save(POST, Sample.comment("c1", "p1"));
        BatchResult again = save(POST, Sample.comment("c1", "p1"));

        assertThat(first).extracting(BatchResult::stored, BatchResult::updated, BatchResult::unchanged).containsExactly(2L, 0L, 0L);
        assertThat(again).extracting(BatchResult::stored, BatchResult::updated, BatchResult::unchanged).containsExactly(0L, 0L, 2L);
        assertThat(again.rollups()).isEmpty();
        assertThat(again.dataVersion()).isEqualTo(first.dataVersion());
    }

    @Test
    void aLaterLookAtTheSameContentChangesNothing() {
        save(POST);

        assertThat(save(POST.later(MINUTE)).unchanged()).isEqualTo(1);
        assertThat(found("t3_p1")).isEqualTo(POST.scored());
    }

    @Test
    void theSameItemTwiceInABatchIsTwoSightingsInOrder() {
        BatchResult result = save(POST.upvotes(1), POST.later(MINUTE).upvotes(2), POST.upvotes(3), POST.later(MINUTE).upvotes(2));

        assertThat(result).extracting(BatchResult::stored, BatchResult::updated, BatchResult::unchanged).containsExactly(1L, 1L, 2L);
        assertThat(found("t3_p1").item().upvotes()).isEqualTo(2);
    }

    @Test
    void aBatchMayChangeAnItemThereAndBack() {
        save(POST.compound(0.6));
        BatchResult result = save(POST.later(MINUTE).compound(-0.6), POST.later(MINUTE).compound(0.6));

        assertThat(result.updated()).isEqualTo(2);
        assertThat(result.rollups()).isEmpty();
        assertThat(found("t3_p1")).isEqualTo(POST.compound(0.6).scored());
    }

    @Test
    void aFullBatchAndAnEmptyOne() {
        ScoredItem[] items = new ScoredItem[Batch.MAX_ITEMS];
        for (int i = 0; i < items.length; i++) {
            items[i] = Sample.comment("c" + i, "p1").scored();
        }

        assertThat(save(items).stored()).isEqualTo(Batch.MAX_ITEMS);
        assertThat(save(items).unchanged()).isEqualTo(Batch.MAX_ITEMS);
        assertThat(save(new ScoredItem[0]).rollups()).isEmpty();
    }

    @Test
    void theVersionGrowsByOneWithEveryBatchThatChangesAnItemAndNoOther() {
        long empty = store.dataVersion();
        BatchResult stored = save(POST);
        BatchResult updated = save(POST.later(MINUTE).upvotes(77));
        BatchResult unchanged = save(POST.later(MINUTE).upvotes(77));

        assertThat(stored.dataVersion()).isEqualTo(empty + 1);
        assertThat(updated.dataVersion()).isEqualTo(empty + 2);
        assertThat(unchanged.dataVersion()).isEqualTo(updated.dataVersion()).isEqualTo(store.dataVersion());
    }

    @Test
    void aBatchThatFailsLeavesNothing() {
        save(POST);
        Cycle opened = Cycle.starting(T0, 0);
        store.cycles().open(opened);
        long version = store.dataVersion();
        Gap gap = new Gap("Cursor", Listing.NEW, T0, T0.plusSeconds(9), Reason.LISTING_CAP, opened.id(), T0);
        Batch broken = new Batch(List.of(POST.later(MINUTE).upvotes(500).compound(-1).scored(), Sample.post("p2").scored()),
                new Batch.Progress("cycle_never_opened", "Cursor", 3, List.of()), null, gap);

        assertThatThrownBy(() -> store.items().save(broken)).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.isTransient()).isFalse();
            assertThat(e.getMessage()).doesNotContain("\n");
        });
        assertThat(found("t3_p1")).isEqualTo(POST.scored());
        assertThat(store.items().find("t3_p2")).isEmpty();
        assertThat(store.dataVersion()).isEqualTo(version);
        assertThat(store.cycles().gaps(EVER)).isEmpty();
        assertThat(store.cycles().recent(1).getFirst().subreddits()).isEmpty();
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Rollups.of(store.statistics().recount(EVER)));
        assertThat(save(Sample.post("p2")).stored()).as("the store works on").isEqualTo(1);
    }

    @Test
    void whatIsLoadedInBulkComesOutAsIfItHadBeenSavedOtherwise() {
        try (BulkLoad _ = store.bulkLoad()) {
            assertThat(save(Sample.post("p1")).stored()).isEqualTo(1);
            assertThat(save(Sample.post("p1")).unchanged()).as("known though it came with this load").isEqualTo(1);
            assertThat(save(Sample.comment("c1", "p1")).stored()).isEqualTo(1);
            assertThat(known("t3_p1", "t1_c1", "t3_p2")).containsExactlyInAnyOrder("t3_p1", "t1_c1");
        }
        try (BulkLoad _ = store.bulkLoad()) {
            assertThat(save(Sample.post("p1")).unchanged()).isEqualTo(1);
            assertThat(save(Sample.post("p2")).stored()).isEqualTo(1);
        }
        assertThat(save(Sample.post("p2")).unchanged()).isEqualTo(1);
        assertThat(known("t3_p1", "t1_c1", "t3_p2")).hasSize(3);
        assertThat(store.statistics().rollups(EVER).list()).containsExactlyInAnyOrderElementsOf(store.statistics().recount(EVER));
    }

    @Test
    void severalBatchesComeOutAsOneAfterTheOther() {
        Batch first = Batch.of(List.of(Sample.post("p1").scored(), Sample.comment("c1", "p1").scored()));
        Batch second = Batch.of(List.of(Sample.post("p2").subreddit("aws").scored(), Sample.post("p3").subreddit("aws").scored()));
        Batch again = Batch.of(List.of(Sample.post("p1").scored(), Sample.post("p4").scored()));
        List<BatchResult> results = store.items().saveAll(List.of(first, second, again));

        assertThat(results).extracting(BatchResult::stored).containsExactly(2L, 2L, 1L);
        assertThat(results).extracting(BatchResult::unchanged).containsExactly(0L, 0L, 1L);
        assertThat(results).extracting(BatchResult::dataVersion).isSorted().first().isNotEqualTo(0L);
        Map<Rollup.Key, Rollup> told = new HashMap<>();
        results.forEach(result -> result.rollups().forEach(rollup -> told.put(rollup.key(), rollup)));
        assertThat(results.getLast().dataVersion()).isEqualTo(store.dataVersion());
        assertThat(known("t3_p1", "t1_c1", "t3_p2", "t3_p3", "t3_p4")).hasSize(5);
        assertThat(store.statistics().rollups(EVER).list()).containsExactlyInAnyOrderElementsOf(store.statistics().recount(EVER));
        assertThat(told.values()).as("all that changed is told of").containsExactlyInAnyOrderElementsOf(store.statistics().recount(EVER));
        assertThat(store.items().saveAll(List.of())).isEmpty();
    }
}
