package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.ToolVerdict;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.model.store.Selection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an item says of one of several tools; and bots, whose items count nowhere. */
abstract class VerdictContract extends Contract {
    private static final ToolVerdict CURSED = new ToolVerdict(Sentiment.NEGATIVE, -7000);
    private static final Sample POST = Sample.post("p1").compound(0.5).tools("cursor", "kiro");

    VerdictContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void aVerdictIsKeptAndCountsForItsToolAlone() {
        ScoredItem scored = with(POST, "kiro", CURSED);
        save(scored);

        assertThat(found("t3_p1")).isEqualTo(scored);
        reopen();
        assertThat(found("t3_p1")).isEqualTo(scored);
        assertThat(rollup(Dimension.SUBREDDIT, "Cursor")).isEqualTo(tallyOf(0.5));
        assertThat(rollup(Dimension.TOOL, "cursor")).isEqualTo(tallyOf(0.5));
        assertThat(rollup(Dimension.TOOL, "kiro")).isEqualTo(Tally.of(CURSED));
        assertThat(Rollups.of(store.statistics().recount(EVER))).isEqualTo(Rollups.of(store.statistics().rollups(EVER).list()));
        assertThat(tally(Dimension.TOOL, "kiro", EVER)).isEqualTo(Tally.of(CURSED));
        assertThat(tally(Dimension.TOOL, "cursor", EVER)).isEqualTo(tallyOf(0.5));
    }

    @Test
    void anotherVerdictMovesTheRollupsOfItsTool() {
        save(with(POST, "kiro", CURSED));
        ScoredItem other = with(POST.later(Duration.ofMinutes(1)), "cursor", new ToolVerdict(Sentiment.NEUTRAL, 0));
        assertThat(save(other).updated()).isEqualTo(1);
        assertThat(save(with(POST.later(Duration.ofMinutes(2)), "cursor", new ToolVerdict(Sentiment.NEUTRAL, 0))).unchanged()).isEqualTo(1);

        assertThat(rollup(Dimension.TOOL, "kiro")).isEqualTo(tallyOf(0.5));
        assertThat(rollup(Dimension.TOOL, "cursor")).isEqualTo(tallyOf(0));

        store.items().save(Batch.rescoring(List.of(with(POST, "kiro", CURSED))));
        assertThat(rollup(Dimension.TOOL, "kiro")).isEqualTo(Tally.of(CURSED));
        assertThat(rollup(Dimension.TOOL, "cursor")).isEqualTo(tallyOf(0.5));

        save(POST.later(Duration.ofMinutes(3)).deleted());
        assertThat(store.statistics().rollups(EVER).list()).isEmpty();
        assertThat(found("t3_p1").mentions()).isEqualTo(Mentions.NONE);
    }

    @Test
    void whatExpiresTakesItsVerdictAlong() {
        save(with(POST, "kiro", CURSED));
        store.retention().expire(T0.plusSeconds(1), 10);

        assertThat(store.statistics().rollups(EVER).list()).isEmpty();
        assertThat(store.retention().archived(EVER)).filteredOn(day -> day.key().name().equals("kiro"))
                .extracting(Rollup::tally)
                .containsExactly(Tally.of(CURSED));
    }

    @Test
    void aToolsItemsAreSelectedAndSortedByWhatTheySayOfIt() {
        save(with(POST, "kiro", CURSED), Sample.post("p2").compound(0.2).tools("kiro").scored(),
                Sample.post("p3").compound(-0.3).tools("kiro").scored());

        assertThat(selected("kiro", Sentiment.NEGATIVE)).containsExactlyInAnyOrder("t3_p1", "t3_p3");
        assertThat(selected("kiro", Sentiment.POSITIVE)).containsExactly("t3_p2");
        assertThat(selected("cursor", Sentiment.POSITIVE)).containsExactly("t3_p1");
        assertThat(selected(null, Sentiment.POSITIVE)).containsExactlyInAnyOrder("t3_p1", "t3_p2");
        Selection kiro = new Selection(EVER, null, "kiro", null, null);
        assertThat(fullnames(store.items().extremes(kiro, false, 10))).containsExactly("t3_p1", "t3_p3", "t3_p2");
        assertThat(fullnames(store.items().extremes(Selection.of(EVER), true, 1))).containsExactly("t3_p1");
        assertThat(fullnames(store.items().search(new Find(kiro, "title", Find.Order.BEST), 10, null).items()))
                .containsExactly("t3_p2", "t3_p3", "t3_p1");
        assertThat(fullnames(store.items().search(new Find(kiro, "", Find.Order.WORST), 1, null).items())).containsExactly("t3_p1");
    }

    @Test
    void whatABotWroteIsStoredAndListedAndCountsNowhere() {
        save(Sample.post("p1").compound(0.5), Sample.comment("c1", "p1").compound(0.5));
        Map<Rollup.Key, Tally> before = Rollups.of(store.statistics().rollups(EVER).list());
        save(bot(Sample.comment("c2", "p1")), bot(Sample.post("p2")));

        ScoredItem bot = found("t1_c2");
        assertThat(bot.bot()).isTrue();
        assertThat(bot.toolIds()).isEmpty();
        assertThat(bot.score()).isEqualTo(Score.unjudged("VADER", "3.3.2"));
        assertThat(fullnames(store.items().comments("p1", 10, null).items())).containsExactly("t1_c1", "t1_c2");
        assertThat(store.items().recentPosts(null, T0, 10, null).items()).hasSize(2);
        assertThat(store.items().activity(EVER)).filteredOn(post -> post.bot()).extracting(post -> post.id()).containsExactly("p2");
        Map<Rollup.Key, Tally> after = new HashMap<>(before);
        after.put(new Rollup.Key(Dimension.BOT, "Cursor", ItemKind.COMMENT, T0), tallyOf(0));
        after.put(new Rollup.Key(Dimension.BOT, "Cursor", ItemKind.POST, T0), tallyOf(0));
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(after);
        assertThat(Rollups.of(store.statistics().recount(EVER))).isEqualTo(after);
        assertThat(tally(Dimension.SUBREDDIT, null, EVER)).isEqualTo(tallyOf(0.5, 0.5));
        assertThat(store.items().commentTallies(List.of("p1"))).containsEntry("p1", tallyOf(0.5));
        assertThat(store.items().sample(Selection.of(EVER), 0, 1, 10)).hasSize(2);
        assertThat(store.items().extremes(Selection.of(EVER), true, 10)).hasSize(1);
        assertThat(selected(null, Sentiment.NEUTRAL)).isEmpty();
        assertThat(store.items().walk(Selection.of(EVER), 10, null).items()).hasSize(4);
        assertThat(store.rowCounts()).containsEntry("post", 2L).containsEntry("comment", 2L).containsEntry("bot", 2L);
        save(Sample.comment("c2", "p1").later(Duration.ofMinutes(1)).deleted());
        assertThat(store.rowCounts()).containsEntry("comment", 1L).containsEntry("tombstone", 1L).containsEntry("bot", 1L);
    }

    @Test
    void whoTurnsOutToBeABotCountsNoLongerAndBack() {
        save(Sample.post("p1").compound(0.5), Sample.comment("c1", "p1").compound(0.3));
        save(bot(Sample.comment("c1", "p1").compound(0.3).later(Duration.ofMinutes(1))));
        assertThat(tally(Dimension.SUBREDDIT, null, EVER)).isEqualTo(tallyOf(0.5));
        assertThat(Rollups.of(store.statistics().recount(EVER))).isEqualTo(Rollups.of(store.statistics().rollups(EVER).list()));

        save(Sample.comment("c1", "p1").compound(0.3).later(Duration.ofMinutes(2)));
        assertThat(tally(Dimension.SUBREDDIT, null, EVER)).isEqualTo(tallyOf(0.5, 0.3));
        save(bot(Sample.comment("c1", "p1").later(Duration.ofMinutes(3))));
        store.retention().expire(T0.plusSeconds(1), 10);
        assertThat(store.retention().archived(EVER)).filteredOn(day -> day.key().dimension() == Dimension.SUBREDDIT)
                .extracting(day -> day.key().kind(), Rollup::tally)
                .containsExactly(tuple(ItemKind.POST, tallyOf(0.5)));
    }

    private static ScoredItem with(Sample sample, String tool, ToolVerdict verdict) {
        return new ScoredItem(sample.item(), sample.score(), new Mentions(sample.toolIds(), Map.of(tool, verdict)));
    }

    private static ScoredItem bot(Sample sample) {
        return new ScoredItem(sample.item(), sample.score(), Mentions.of(Set.of("cursor")), true, false);
    }

    private List<String> selected(@Nullable String tool, Sentiment sentiment) {
        return fullnames(store.items().walk(new Selection(EVER, null, tool, sentiment, null), 10, null).items());
    }

    private Tally rollup(Dimension dimension, String name) {
        return store.statistics()
                .rollups(EVER)
                .list()
                .stream()
                .filter(rollup -> rollup.key().dimension() == dimension && rollup.key().name().equals(name))
                .map(Rollup::tally)
                .reduce(Tally.ZERO, Tally::plus);
    }

    private static List<String> fullnames(List<ScoredItem> items) {
        return items.stream().map(scored -> scored.item().fullname()).toList();
    }
}
