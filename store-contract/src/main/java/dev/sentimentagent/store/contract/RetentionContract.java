package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.BatchResult;
import dev.sentimentagent.model.store.Expiry;
import dev.sentimentagent.model.store.ItemKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Items that go because they are old: what is left of them, and that they do not come back. */
abstract class RetentionContract extends Contract {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant TODAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int ALL = 1000;

    RetentionContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void theOldestGoFirstWhateverTheirKindAndSubreddit() {
        save(Sample.post("d").created(T0.plusSeconds(4)), Sample.comment("b", "d").created(T0.plusSeconds(2)),
                Sample.post("a").created(T0.plusSeconds(1)).subreddit("aws").deleted(),
                Sample.comment("c", "d").created(T0.plusSeconds(3)).subreddit("Bard"), Sample.post("e").created(T0.plusSeconds(5)));

        assertThat(expire(T0.plusSeconds(5), 2)).extracting(Expiry::deleted, Expiry::more).containsExactly(2, true);
        assertThat(stored("t3_a", "t1_b", "t1_c", "t3_d", "t3_e")).containsExactly("t1_c", "t3_d", "t3_e");
        assertThat(expire(T0.plusSeconds(5), 2)).extracting(Expiry::deleted, Expiry::more).containsExactly(2, false);
        assertThat(expire(T0.plusSeconds(5), 2)).extracting(Expiry::deleted, Expiry::more).containsExactly(0, false);
        assertThat(stored("t3_a", "t1_b", "t1_c", "t3_d", "t3_e")).containsExactly("t3_e");
    }

    @Test
    void whatHasExpiredMovesFromItsHourToItsDay() {
        save(Sample.post("a").compound(0.5), Sample.post("b").compound(-0.2).created(T0.plus(HOUR)).tools(),
                Sample.post("c").compound(0.1).created(T0.plus(HOUR).plusSeconds(9)).tools("cursor", "kiro"),
                Sample.comment("d", "a").deleted());
        Expiry expiry = expire(T0.plus(HOUR).plusSeconds(1), ALL);

        assertThat(expiry.deleted()).isEqualTo(3);
        assertThat(Rollups.of(expiry.rollups())).isEqualTo(Map.of(
                new Rollup.Key(Dimension.SUBREDDIT, "Cursor", ItemKind.POST, T0), Tally.ZERO,
                new Rollup.Key(Dimension.TOOL, "cursor", ItemKind.POST, T0), Tally.ZERO,
                new Rollup.Key(Dimension.METHOD, "VADER 3.3.2", ItemKind.POST, T0), Tally.ZERO,
                new Rollup.Key(Dimension.METHOD, "VADER 3.3.2", ItemKind.POST, T0.plus(HOUR)), tallyOf(0.1),
                new Rollup.Key(Dimension.SUBREDDIT, "Cursor", ItemKind.POST, T0.plus(HOUR)), tallyOf(0.1)));
        assertThat(Rollups.of(expiry.days())).isEqualTo(Map.of(
                new Rollup.Key(Dimension.SUBREDDIT, "Cursor", ItemKind.POST, TODAY), tallyOf(0.5, -0.2),
                new Rollup.Key(Dimension.METHOD, "VADER 3.3.2", ItemKind.POST, TODAY), tallyOf(0.5, -0.2),
                new Rollup.Key(Dimension.TOOL, "cursor", ItemKind.POST, TODAY), tallyOf(0.5)));
        assertThat(Rollups.of(store.retention().archived(EVER))).isEqualTo(Rollups.of(expiry.days()));
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Rollups.of(store.statistics().recount(EVER)));
        assertThat(expiry.dataVersion()).isEqualTo(store.dataVersion());
    }

    @Test
    void daysAreAddedToAndOutliveEverything() {
        save(Sample.post("a").compound(0.5), Sample.post("b").compound(-0.2).created(T0.plusSeconds(1)),
                Sample.post("c").created(T0.plus(DAY)).compound(0.3));
        expire(T0.plusSeconds(1), ALL);
        Expiry second = expire(T0.plus(DAY).plus(DAY), ALL);
        reopen();

        var key = new Rollup.Key(Dimension.SUBREDDIT, "Cursor", ItemKind.POST, TODAY);
        assertThat(Rollups.of(second.days())).containsEntry(key, tallyOf(0.5, -0.2));
        assertThat(Rollups.of(store.retention().archived(EVER))).containsEntry(key, tallyOf(0.5, -0.2))
                .isEqualTo(Rollups.of(second.days()));
        assertThat(store.statistics().rollups(EVER).list()).isEmpty();
        assertThat(store.statistics().rollups(EVER).days()).containsExactlyInAnyOrderElementsOf(second.days());
    }

    @Test
    void archivedAreTheDaysThatStartInTheWindow() {
        save(Sample.post("a").tools(), Sample.post("b").tools().created(T0.plus(DAY)),
                Sample.post("c").tools().created(T0.plus(DAY).plus(DAY)));
        expire(T0.plus(Duration.ofDays(9)), ALL);
        Instant tomorrow = Instant.parse("2026-03-03T00:00:00Z");

        assertThat(days(new Window(tomorrow, tomorrow.plus(DAY)))).containsOnly(TODAY.plus(DAY));
        assertThat(days(new Window(tomorrow.plusNanos(1), tomorrow.plus(DAY).plusNanos(1)))).containsOnly(TODAY.plus(DAY).plus(DAY));
        assertThat(days(new Window(tomorrow.minusSeconds(1), tomorrow))).isEmpty();
    }

    @Test
    void whatHasExpiredDoesNotComeBack() {
        save(Sample.post("a"), Sample.comment("b", "a"));
        Expiry expiry = expire(T0.plusSeconds(60), ALL);
        BatchResult again = save(Sample.post("a").later(HOUR).upvotes(99), Sample.comment("never seen", "a").created(T0.plusSeconds(59)),
                Sample.post("c").created(T0.plusSeconds(60)));

        assertThat(again).extracting(BatchResult::stored, BatchResult::updated, BatchResult::unchanged).containsExactly(1L, 0L, 2L);
        assertThat(store.items().find("t3_a")).isEmpty();
        assertThat(stored("t3_a", "t1_b", "t1_never seen", "t3_c")).containsExactly("t3_c");
        assertThat(Rollups.of(store.retention().archived(EVER))).isEqualTo(Rollups.of(expiry.days()));
        assertThat(save(Sample.post("a")).dataVersion()).as("nothing has changed").isEqualTo(again.dataVersion());
    }

    @Test
    void whatWasCreatedBeforeTheHorizonIsKnown() {
        expire(T0, ALL);
        Instant before = T0.minusSeconds(1);

        assertThat(store.items().known(List.of(new ItemKey("t3_old", "aws", before), new ItemKey("t3_new", "aws", T0))))
                .containsExactly("t3_old");
    }

    @Test
    void theHorizonIsTheLatestAndStays() {
        assertThat(store.retention().horizon()).isEqualTo(Instant.MIN);
        expire(T0, 1);
        expire(T0.minus(DAY), 1);
        assertThat(store.retention().horizon()).isEqualTo(T0);
        reopen();
        assertThat(store.retention().horizon()).isEqualTo(T0);
    }

    @Test
    void whatIsOldButStillStoredChangesAsEver() {
        save(Sample.post("a").compound(0.5), Sample.post("b").created(T0.plusSeconds(1)).compound(0.1));
        expire(T0.plusSeconds(9), 1);
        BatchResult edited = save(Sample.post("b").created(T0.plusSeconds(1)).later(HOUR).compound(-0.7));
        expire(T0.plusSeconds(9), 1);

        assertThat(edited.updated()).isEqualTo(1);
        assertThat(Rollups.of(store.retention().archived(EVER)).values()).containsOnly(tallyOf(0.5, -0.7));
    }

    @Test
    void hoursBeforeTheOldestItemAreDroppedAndItIsToldWhere() {
        long empty = store.dataVersion();
        assertThat(store.statistics().rollups(EVER).emptyBefore()).isEqualTo(Instant.MAX);
        save(Sample.post("a"), Sample.post("b").created(T0.plus(HOUR)), Sample.post("c").created(T0.plus(DAY)));
        assertThat(store.statistics().rollups(EVER).emptyBefore()).isEqualTo(T0);
        expire(T0.plus(HOUR).plusSeconds(1), ALL);
        assertThat(store.statistics().rollups(EVER).emptyBefore()).as("this hour is not over").isEqualTo(T0.plus(HOUR));
        expire(T0.plus(HOUR).plus(HOUR), ALL);

        assertThat(store.statistics().changedSince(empty).emptyBefore()).isEqualTo(T0.plus(DAY));
        assertThat(store.rowCounts()).containsEntry("rollup", 3L).containsEntry("rollup_day", 3L);
        expire(T0.plus(DAY).plus(HOUR), ALL);
        assertThat(store.rowCounts()).containsEntry("rollup", 0L).containsEntry("rollup_day", 6L);
        assertThat(store.statistics().rollups(EVER).emptyBefore()).isEqualTo(Instant.MAX);
    }

    @Test
    void whereThereIsNothingOldNothingChanges() {
        save(Sample.post("a"));
        long version = store.dataVersion();
        Expiry expiry = expire(T0, ALL);

        assertThat(expiry).isEqualTo(new Expiry(0, List.of(), List.of(), false, version));
        assertThat(store.dataVersion()).isEqualTo(version);
    }

    @Test
    void changesTellOfDaysToo() {
        save(Sample.post("a"));
        Expiry first = expire(T0.plusSeconds(1), ALL);
        save(Sample.comment("b", "a").created(T0.plusSeconds(2)));
        Expiry second = expire(T0.plusSeconds(3), ALL);

        assertThat(store.statistics().changedSince(first.dataVersion()).days()).containsExactlyInAnyOrderElementsOf(second.days());
        assertThat(store.statistics().changedSince(second.dataVersion()).days()).isEmpty();
    }

    @Test
    void aBoundBetweenTwoSecondsTakesTheEarlier() {
        save(Sample.post("a"), Sample.post("b").created(T0.plusSeconds(1)));

        assertThat(expire(T0.plusNanos(1), ALL).deleted()).isEqualTo(1);
        assertThat(store.items().find("t3_b")).isPresent();
    }

    @Test
    void itemsAreCountedBySort() {
        save(Sample.post("a"), Sample.post("b"), Sample.comment("c", "a"), Sample.comment("d", "a").deleted());
        assertThat(store.rowCounts()).containsEntry("post", 2L).containsEntry("comment", 1L).containsEntry("tombstone", 1L);
        save(Sample.post("a").later(HOUR).deleted(), Sample.comment("d", "a").later(HOUR), Sample.post("e").created(T0.plusSeconds(1)));
        assertThat(store.rowCounts()).containsEntry("post", 2L).containsEntry("comment", 2L).containsEntry("tombstone", 1L);
        expire(T0.plusSeconds(1), ALL);
        reopen();
        assertThat(store.rowCounts()).containsEntry("post", 1L).containsEntry("comment", 0L).containsEntry("tombstone", 0L);
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> expire(T0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> store.retention().expireRecords(T0, 0));
    }

    private Expiry expire(Instant before, int limit) {
        return store.retention().expire(before, limit);
    }

    private List<String> stored(String... fullnames) {
        return List.of(fullnames).stream().filter(fullname -> store.items().find(fullname).isPresent()).toList();
    }

    private List<Instant> days(Window window) {
        return store.retention().archived(window).stream().map(rollup -> rollup.key().hour()).toList();
    }
}
