package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Engagement;
import dev.sentimentagent.model.store.Ranked;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is talked about most. */
abstract class EngagementContract extends Contract {
    private static final Window HOUR = new Window(T0, T0.plus(Duration.ofHours(1)));

    EngagementContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void eachPostCountsOnceForATool() {
        save(Sample.post("a").tools("x").upvotes(10).commentCount(3), Sample.comment("c1", "a").tools("x"),
                Sample.comment("c2", "a").tools("x", "y"), Sample.post("b").tools().upvotes(-4).commentCount(1),
                Sample.comment("c3", "b").tools("y"), Sample.post("silent").tools());

        assertThat(store.engagement().byTool(HOUR)).containsOnly(entry("x", new Engagement(1, 3, 10)),
                entry("y", new Engagement(2, 4, 6)));
    }

    @Test
    void mentionsCountByTheirOwnTimeAndNotThatOfThePost() {
        save(Sample.post("old").created(T0.minusSeconds(1)).tools("x").upvotes(7).commentCount(2),
                Sample.post("late").created(T0.plus(Duration.ofHours(1))).tools("x"));
        assertThat(store.engagement().byTool(HOUR)).isEmpty();

        save(Sample.comment("c", "old").tools("x"));
        assertThat(store.engagement().byTool(HOUR)).containsOnly(entry("x", new Engagement(1, 2, 7)));
    }

    @Test
    void whatIsDeletedOrUnknownCountsForNothing() {
        save(Sample.post("a").tools("x").deleted(), Sample.comment("c1", "a").tools("x"), Sample.comment("c2", "unknown").tools("x"),
                Sample.post("b").tools("y"), Sample.comment("c3", "b").tools("x").deleted());
        assertThat(store.engagement().byTool(HOUR)).containsOnlyKeys("y");
        assertThat(store.engagement().posts("x", HOUR, 0, 10)).isEqualTo(new Ranked<>(List.of(), 0));
    }

    @Test
    void postsThatMentionTheToolAreRankedByEngagementThenNewest() {
        save(Sample.post("a").tools("x").upvotes(1).commentCount(1), Sample.post("b").tools("x").upvotes(5).commentCount(5),
                Sample.post("c").tools("x").upvotes(0).commentCount(2).created(T0.plusSeconds(5)),
                Sample.post("d").tools("y").upvotes(99), Sample.comment("e", "d").tools("x"),
                Sample.post("e").tools("x").upvotes(2).commentCount(0));

        assertThat(posts("x", 0, 10)).containsExactly("t3_b", "t3_c", "t3_a", "t3_e");
        assertThat(posts("x", 1, 2)).containsExactly("t3_c", "t3_a");
        assertThat(posts("x", 9, 2)).isEmpty();
        for (int offset : new int[]{0, 1, 4, 9}) {
            assertThat(store.engagement().posts("x", HOUR, offset, 2).total()).isEqualTo(4);
        }
        assertThat(store.engagement().posts("nothing", HOUR, 0, 2)).isEqualTo(new Ranked<>(List.of(), 0));
    }

    @Test
    void anOldPostIsActiveIfItGotACommentInTheWindow() {
        save(Sample.post("quiet").created(T0.minusSeconds(9)).tools("x"), Sample.post("lively").created(T0.minusSeconds(9)).tools("x"),
                Sample.comment("c", "lively").tools());

        assertThat(posts("x", 0, 10)).containsExactly("t3_lively");
    }

    private List<String> posts(String tool, int offset, int limit) {
        return store.engagement().posts(tool, HOUR, offset, limit).items().stream().map(scored -> scored.item().fullname()).toList();
    }
}
