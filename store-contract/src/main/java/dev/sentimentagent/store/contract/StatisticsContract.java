package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.BatchResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rollups and tallies. */
abstract class StatisticsContract extends Contract {
    private static final Duration HOUR = Duration.ofHours(1);

    StatisticsContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void rollupsAreByHourDimensionNameAndKind() {
        save(Sample.post("p1").compound(0.5), Sample.post("p2").compound(-0.5).tools(),
                Sample.post("p3").compound(0).subreddit("Bard").tools("gemini", "cursor"),
                Sample.comment("c1", "p1").compound(0.25).created(T0.plus(HOUR)));

        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Map.of(
                key(Dimension.SUBREDDIT, "Cursor", ItemKind.POST, T0), tallyOf(0.5, -0.5),
                key(Dimension.SUBREDDIT, "Bard", ItemKind.POST, T0), tallyOf(0),
                key(Dimension.SUBREDDIT, "Cursor", ItemKind.COMMENT, T0.plus(HOUR)), tallyOf(0.25),
                key(Dimension.TOOL, "cursor", ItemKind.POST, T0), tallyOf(0.5, 0),
                key(Dimension.TOOL, "gemini", ItemKind.POST, T0), tallyOf(0),
                key(Dimension.TOOL, "cursor", ItemKind.COMMENT, T0.plus(HOUR)), tallyOf(0.25),
                key(Dimension.METHOD, "VADER 3.3.2", ItemKind.POST, T0), tallyOf(0.5, -0.5, 0),
                key(Dimension.METHOD, "VADER 3.3.2", ItemKind.COMMENT, T0.plus(HOUR)), tallyOf(0.25)));
    }

    @Test
    void whatIsInAnotherLanguageCountsAsNeutralAndIsCountedApart() {
        Score foreign = Score.foreign("DEVTALK", "3");
        save(new ScoredItem(Sample.comment("c1", "p1").item(), foreign, Set.of("cursor")),
                new ScoredItem(Sample.comment("c2", "p1").item(), Score.unjudged("DEVTALK", "3"), Set.of()));

        assertThat(found("t1_c1").score()).isEqualTo(foreign);
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(Map.of(
                key(Dimension.SUBREDDIT, "Cursor", ItemKind.COMMENT, T0), tallyOf(0, 0),
                key(Dimension.TOOL, "cursor", ItemKind.COMMENT, T0), tallyOf(0),
                key(Dimension.METHOD, "DEVTALK 3", ItemKind.COMMENT, T0), tallyOf(0, 0),
                key(Dimension.FOREIGN, "Cursor", ItemKind.COMMENT, T0), tallyOf(0)));
        assertThat(Rollups.of(store.statistics().recount(EVER))).isEqualTo(Rollups.of(store.statistics().rollups(EVER).list()));
        store.retention().expire(T0.plusSeconds(1), 10);
        assertThat(store.statistics().recount(EVER)).isEmpty();
        assertThat(store.retention().archived(EVER)).filteredOn(day -> day.key().dimension() == Dimension.FOREIGN)
                .extracting(Rollup::tally).containsExactly(tallyOf(0));
    }

    @Test
    void aBatchTellsOfTheRollupsThatChangedAsTheyAreThen() {
        save(Sample.post("p0").compound(0.1));
        var changed = save(Sample.post("p1"), Sample.post("p2").compound(-0.2), Sample.comment("c1", "p1")).rollups();

        assertThat(Rollups.of(changed)).isEqualTo(Rollups.of(store.statistics().rollups(EVER).list()));
    }

    @Test
    void anHourHoldsItsFirstSecondAndNotTheNext() {
        save(Sample.post("a").created(T0.minusSeconds(1)), Sample.post("b").created(T0), Sample.post("c").created(T0.plusSeconds(3599)),
                Sample.post("d").created(T0.plusSeconds(3600)));

        assertThat(store.statistics().rollups(EVER).list()).filteredOn(rollup -> rollup.key().dimension() == Dimension.TOOL)
                .extracting(rollup -> rollup.key().hour(), rollup -> rollup.tally().total())
                .containsExactlyInAnyOrder(tuple(T0.minus(HOUR), 1L),
                        tuple(T0, 2L), tuple(T0.plus(HOUR), 1L));
    }

    @Test
    void rollupsAndRecountAreOfTheHoursThatStartInTheWindow() {
        save(Sample.post("a").created(T0.minusSeconds(1)), Sample.post("b").created(T0.plusSeconds(5)),
                Sample.post("c").created(T0.plus(HOUR)));

        for (Window window : new Window[]{new Window(T0, T0.plus(HOUR)), new Window(T0.minusSeconds(1), T0.plusNanos(1)),
                new Window(T0.minus(HOUR).plusNanos(1), T0.plus(HOUR))}) {
            assertThat(store.statistics().rollups(window).list()).extracting(rollup -> rollup.key().hour()).containsOnly(T0);
            assertThat(Rollups.of(store.statistics().recount(window))).isEqualTo(Rollups.of(store.statistics().rollups(window).list()));
        }
        assertThat(store.statistics().rollups(new Window(T0.plusSeconds(1), T0.plus(HOUR))).list()).isEmpty();
        assertThat(store.statistics().recount(new Window(T0.plusSeconds(1), T0.plus(HOUR)))).isEmpty();
    }

    @Test
    void timesBefore1970HaveHoursToo() {
        save(Sample.post("a").created(Instant.EPOCH.minusSeconds(1)), Sample.post("b").created(Instant.EPOCH.minusSeconds(3600)));
        Window window = new Window(Instant.EPOCH.minusSeconds(7200), Instant.EPOCH);

        assertThat(store.statistics().rollups(window).list()).extracting(rollup -> rollup.key().hour())
                .containsOnly(Instant.EPOCH.minus(HOUR));
        assertThat(Rollups.of(store.statistics().recount(window))).isEqualTo(Rollups.of(store.statistics().rollups(window).list()));
    }

    @ParameterizedTest
    @CsvSource({"0.05,1,0,0", "0.0499,0,0,1", "0,0,0,1", "-0.0499,0,0,1", "-0.05,0,1,0", "1,1,0,0", "-1,0,1,0"})
    void classesAreThoseOfTheStoredScore(double compound, long positive, long negative, long neutral) {
        save(Sample.post("p1").compound(compound), Sample.comment("c1", "p1").compound(compound));
        long sum = Math.round(compound * 10_000);
        Tally one = new Tally(positive, negative, neutral, sum, sum * sum);

        assertThat(store.statistics().rollups(EVER).list()).extracting(Rollup::tally).containsOnly(one);
        assertThat(store.statistics().recount(EVER)).extracting(Rollup::tally).containsOnly(one);
        assertThat(store.items().commentTallies(List.of("p1"))).containsEntry("p1", one);
        assertThat(tally(Dimension.TOOL, "cursor", EVER)).isEqualTo(one.plus(one));
    }

    @Test
    void sumsDoNotDrift() {
        for (int batch = 0; batch < 10; batch++) {
            Sample[] items = new Sample[300];
            for (int i = 0; i < items.length; i++) {
                items[i] = Sample.comment("c" + batch + "x" + i, "p1").compound(0.1);
            }
            save(items);
        }

        assertThat(tally(Dimension.SUBREDDIT, "Cursor", EVER)).isEqualTo(new Tally(3000, 0, 0, 3_000_000, 3_000_000_000L));
        assertThat(store.statistics().rollups(EVER).list()).extracting(Rollup::tally)
                .containsOnly(new Tally(3000, 0, 0, 3_000_000, 3_000_000_000L));
    }

    @Test
    void tallyIsOfBothKindsInAHalfOpenWindow() {
        save(Sample.post("a").created(T0).compound(0.1), Sample.comment("b", "a").created(T0.plusSeconds(59)).compound(-0.2),
                Sample.comment("c", "a").created(T0.plusSeconds(60)).compound(0.3),
                Sample.post("d").created(T0.plusSeconds(30)).subreddit("Bard").tools("gemini", "cursor").compound(0));
        Window minute = new Window(T0, T0.plusSeconds(60));

        assertThat(tally(Dimension.SUBREDDIT, null, minute)).isEqualTo(tallyOf(0.1, -0.2, 0));
        assertThat(tally(Dimension.SUBREDDIT, "CURSOR", minute)).isEqualTo(tallyOf(0.1, -0.2));
        assertThat(tally(Dimension.SUBREDDIT, "bard", minute)).isEqualTo(tallyOf(0));
        assertThat(tally(Dimension.TOOL, "cursor", minute)).isEqualTo(tallyOf(0.1, -0.2, 0));
        assertThat(tally(Dimension.TOOL, "gemini", minute)).isEqualTo(tallyOf(0));
        assertThat(tally(Dimension.TOOL, "kiro", minute)).isEqualTo(Tally.ZERO);
        assertThat(tally(Dimension.SUBREDDIT, null, new Window(T0, T0))).isEqualTo(Tally.ZERO);
    }

    @Test
    void whatHasChangedSinceAVersionIsToldAsItIsNow() {
        long empty = store.dataVersion();
        BatchResult first = save(Sample.post("p1").compound(0.5), Sample.post("p2").compound(0.3).tools());
        BatchResult second = save(Sample.comment("c1", "p1"));
        BatchResult third = save(Sample.post("p1").later(HOUR).deleted());

        assertThat(Rollups.of(store.statistics().changedSince(second.dataVersion()).list())).isEqualTo(Rollups.of(third.rollups()));
        assertThat(Rollups.of(store.statistics().changedSince(first.dataVersion()).list()))
                .containsAllEntriesOf(Rollups.of(second.rollups()))
                .containsAllEntriesOf(Rollups.of(third.rollups()));
        assertThat(store.statistics().changedSince(empty).dataVersion()).isEqualTo(third.dataVersion());
        assertThat(store.statistics().changedSince(third.dataVersion()).list()).isEmpty();
        assertThat(store.statistics().rollups(EVER).dataVersion()).isEqualTo(third.dataVersion());
    }

    @Test
    void theClassIsTheScorersAndNotOneOfOurs() {
        Score odd = new Score(Sentiment.NEGATIVE, 0.3, 0, 0, 1, 0.6, "OTHER", "1");
        save(new ScoredItem(Sample.post("p1").item(), odd, Set.of()));

        assertThat(tally(Dimension.SUBREDDIT, null, EVER)).isEqualTo(new Tally(0, 1, 0, 3000, 9_000_000));
        assertThat(store.statistics().rollups(EVER).list()).extracting(Rollup::tally).containsOnly(new Tally(0, 1, 0, 3000, 9_000_000));
        assertThat(store.statistics().recount(EVER)).extracting(Rollup::tally).containsOnly(new Tally(0, 1, 0, 3000, 9_000_000));
        assertThat(found("t3_p1").score()).isEqualTo(odd);
    }

    private static Rollup.Key key(Dimension dimension, String name, ItemKind kind, Instant hour) {
        return new Rollup.Key(dimension, name, kind, hour);
    }
}
