package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.store.BatchResult;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Items that were deleted on Reddit: scrubbed, counted nowhere, and back if they come back. */
abstract class DeletionContract extends Contract {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Sample POST = Sample.post("p1");
    private static final Sample COMMENT = Sample.comment("c1", "p1");

    DeletionContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void aDeletionTakesTextAuthorAndToolsAway() {
        save(POST, COMMENT);
        BatchResult result = save(POST.later(MINUTE).deleted(), COMMENT.later(MINUTE).deleted());

        assertThat(result.updated()).isEqualTo(2);
        assertThat(found("t3_p1").toolIds()).isEmpty();
        assertThat(found("t1_c1").toolIds()).isEmpty();
        assertThat(found("t3_p1").item()).isInstanceOfSatisfying(Post.class, post -> {
            assertThat(post.deleted()).isTrue();
            assertThat(post.author()).isNull();
            assertThat(post.title()).isEmpty();
            assertThat(post.content()).isEmpty();
            assertThat(post.url()).isEmpty();
        });
        assertThat(found("t1_c1").item()).isInstanceOfSatisfying(Comment.class, comment -> {
            assertThat(comment.deleted()).isTrue();
            assertThat(comment.author()).isNull();
            assertThat(comment.body()).isEmpty();
        });
    }

    @Test
    void aDeletedItemCountsNowhere() {
        save(POST, COMMENT);
        save(POST.later(MINUTE).deleted(), COMMENT.later(MINUTE).deleted());

        assertCountsNowhere();
        assertThat(known("t3_p1", "t1_c1")).containsExactlyInAnyOrder("t3_p1", "t1_c1");
    }

    @Test
    void anItemFirstSightedWhenItWasDeletedIsKeptAsATombstone() {
        BatchResult result = save(POST.deleted(), COMMENT.deleted());

        assertThat(result.stored()).isEqualTo(2);
        assertThat(result.rollups()).isEmpty();
        assertThat(found("t3_p1").item()).extracting(Item::deleted, Item::author, Item::text).containsExactly(true, null, "");
        assertThat(found("t3_p1").toolIds()).isEmpty();
        assertCountsNowhere();
        assertThat(known("t3_p1")).containsExactly("t3_p1");
    }

    @Test
    void aTombstoneSightedAgainIsUnchanged() {
        save(POST.deleted());

        assertThat(save(POST.later(MINUTE).deleted()).unchanged()).isEqualTo(1);
    }

    @Test
    void aDeletionTellsThatItsRollupsAreEmpty() {
        BatchResult stored = save(POST);
        BatchResult deleted = save(POST.later(MINUTE).deleted().compound(0));

        assertThat(Rollups.of(deleted.rollups())).containsOnlyKeys(Rollups.of(stored.rollups()).keySet());
        assertThat(deleted.rollups()).extracting(Rollup::tally).containsOnly(Tally.ZERO);
    }

    @Test
    void aRestorationPutsEverythingBack() {
        save(POST, COMMENT);
        var before = Rollups.of(store.statistics().rollups(EVER).list());
        save(POST.later(MINUTE).deleted(), COMMENT.later(MINUTE).deleted());
        BatchResult result = save(POST.later(MINUTE.multipliedBy(2)), COMMENT.later(MINUTE.multipliedBy(2)));

        assertThat(result.updated()).isEqualTo(2);
        assertThat(found("t3_p1")).isEqualTo(POST.scored());
        assertThat(found("t1_c1")).isEqualTo(COMMENT.scored());
        assertThat(Rollups.of(store.statistics().rollups(EVER).list())).isEqualTo(before);
        assertThat(store.items().recentPosts(null, T0, 10, null).items()).containsExactly(POST.scored());
        assertThat(store.items().comments("p1", 10, null).items()).containsExactly(COMMENT.scored());
    }

    @Test
    void aTombstoneThatTurnsOutToLiveCountsFromThenOn() {
        save(POST.deleted());
        save(POST.later(MINUTE));

        assertThat(found("t3_p1")).isEqualTo(POST.scored());
        assertThat(tally(Dimension.SUBREDDIT, null, EVER)).isEqualTo(Tally.of(POST.score()));
    }

    @Test
    void anOlderSightingDoesNotBringADeletedItemBack() {
        save(POST);
        save(POST.later(MINUTE.multipliedBy(2)).deleted());

        assertThat(save(POST.later(MINUTE)).unchanged()).isEqualTo(1);
        assertThat(found("t3_p1").item().deleted()).isTrue();
    }

    private void assertCountsNowhere() {
        assertThat(store.statistics().rollups(EVER).list()).isEmpty();
        assertThat(store.statistics().recount(EVER)).isEmpty();
        assertThat(tally(Dimension.SUBREDDIT, null, EVER)).isEqualTo(Tally.ZERO);
        assertThat(tally(Dimension.SUBREDDIT, "Cursor", EVER)).isEqualTo(Tally.ZERO);
        assertThat(tally(Dimension.TOOL, "cursor", EVER)).isEqualTo(Tally.ZERO);
        assertThat(store.items().recentPosts(null, T0, 10, null).items()).isEmpty();
        assertThat(store.items().recentPosts("Cursor", T0, 10, null).items()).isEmpty();
        assertThat(store.items().comments("p1", 10, null).items()).isEmpty();
        assertThat(store.items().commentTallies(Set.of("p1"))).isEmpty();
        assertThat(store.items().activity(EVER)).isEmpty();
        for (ItemKind kind : ItemKind.values()) {
            assertThat(fullnames(kind, EVER)).isEmpty();
            assertThat(store.items().count(EVER)).containsEntry(kind, 0L);
        }
    }
}
