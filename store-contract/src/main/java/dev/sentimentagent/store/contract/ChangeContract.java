package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.store.BatchResult;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@code save} of known items: what a later sighting changes, what it does not, and when it comes too late. */
abstract class ChangeContract extends Contract {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Sample POST = Sample.post("p1");

    ChangeContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void newVotesAndCommentCountAreTakenOverAndMoveNoRollup() {
        save(POST);
        BatchResult voted = save(POST.later(MINUTE).upvotes(-3));
        BatchResult answered = save(POST.later(MINUTE).upvotes(-3).commentCount(9));

        assertThat(voted.updated()).isEqualTo(1);
        assertThat(answered.updated()).isEqualTo(1);
        assertThat(voted.rollups()).isEmpty();
        assertThat(found("t3_p1").item()).isInstanceOfSatisfying(Post.class, post -> {
            assertThat(post.upvotes()).isEqualTo(-3);
            assertThat(post.commentCount()).isEqualTo(9);
        });
    }

    @Test
    void anEditMovesTheRollupsByTheDifference() {
        save(POST.compound(0.6), Sample.post("p2").compound(0.3));
        BatchResult edited = save(POST.later(MINUTE).title("Worse").body("now").edited(T0.plusSeconds(99)).compound(-0.7));

        assertThat(edited.updated()).isEqualTo(1);
        assertThat(Rollups.of(edited.rollups())).isEqualTo(Map.of(
                new Rollup.Key(Dimension.SUBREDDIT, "Cursor", ItemKind.POST, T0), tallyOf(-0.7, 0.3),
                new Rollup.Key(Dimension.TOOL, "cursor", ItemKind.POST, T0), tallyOf(-0.7, 0.3),
                new Rollup.Key(Dimension.METHOD, "VADER 3.3.2", ItemKind.POST, T0), tallyOf(-0.7, 0.3)));
        assertThat(found("t3_p1").item()).isInstanceOfSatisfying(Post.class, post -> {
            assertThat(post.text()).isEqualTo("Worse\nnow");
            assertThat(post.editedAt()).isEqualTo(T0.plusSeconds(99));
        });
    }

    @Test
    void anEditedCommentIsTakenOver() {
        save(Sample.comment("c1", "p1"));
        save(Sample.comment("c1", "p1").later(MINUTE).body("other words").upvotes(7));

        assertThat(found("t1_c1").item()).isInstanceOfSatisfying(Comment.class, comment -> {
            assertThat(comment.body()).isEqualTo("other words");
            assertThat(comment.upvotes()).isEqualTo(7);
        });
    }

    @Test
    void textThatMovesBetweenTitleAndBodyIsAnEdit() {
        save(POST.title("a").body("b\nc"));

        assertThat(save(POST.later(MINUTE).title("a\nb").body("c")).updated()).isEqualTo(1);
    }

    @Test
    void otherToolsMoveTheirRollups() {
        save(POST.tools("cursor", "claude-code"));
        BatchResult result = save(POST.later(MINUTE).tools("claude-code", "kiro"));

        assertThat(Rollups.of(result.rollups())).isEqualTo(Map.of(
                new Rollup.Key(Dimension.TOOL, "cursor", ItemKind.POST, T0), Tally.ZERO,
                new Rollup.Key(Dimension.TOOL, "kiro", ItemKind.POST, T0), tallyOf(0.6)));
        assertThat(found("t3_p1").toolIds()).containsExactlyInAnyOrder("claude-code", "kiro");
    }

    @Test
    void aLaterScorerCanRescore() {
        save(POST);
        Score other = new Score(Sentiment.NEGATIVE, 0.1, 0.2, 0.1, 0.7, 0.9, "LLM", "1");
        BatchResult result = save(new ScoredItem(POST.later(MINUTE).item(), other, POST.toolIds()));

        assertThat(result.updated()).isEqualTo(1);
        assertThat(found("t3_p1").score()).isEqualTo(other);
        Tally one = new Tally(0, 1, 0, 1000, 1_000_000);
        assertThat(Rollups.of(result.rollups())).isEqualTo(Map.of(
                new Rollup.Key(Dimension.SUBREDDIT, "Cursor", ItemKind.POST, T0), one,
                new Rollup.Key(Dimension.TOOL, "cursor", ItemKind.POST, T0), one,
                new Rollup.Key(Dimension.METHOD, "VADER 3.3.2", ItemKind.POST, T0), Tally.ZERO,
                new Rollup.Key(Dimension.METHOD, "LLM 1", ItemKind.POST, T0), one));
    }

    @Test
    void whatIsFixedStaysAsFirstSighted() {
        save(POST);
        save(POST.subreddit("Bard").created(T0.plusSeconds(7200)).upvotes(99));

        assertThat(found("t3_p1").item()).isInstanceOfSatisfying(Post.class, post -> {
            assertThat(post.upvotes()).isEqualTo(99);
            assertThat(post.subreddit()).isEqualTo("Cursor");
            assertThat(post.createdUtc()).isEqualTo(T0);
            assertThat(post.permalink()).isEqualTo("/r/Cursor/comments/p1/");
            assertThat(post.collectedAt()).isEqualTo(POST.collected());
        });
    }

    @Test
    void aSightingOlderThanTheLastChangeChangesNothing() {
        save(POST.upvotes(1));
        save(POST.later(MINUTE.multipliedBy(10)).upvotes(10));
        BatchResult stale = save(POST.later(MINUTE.multipliedBy(5)).upvotes(5).body("stale").deleted());

        assertThat(stale).extracting(BatchResult::updated, BatchResult::unchanged).containsExactly(0L, 1L);
        assertThat(found("t3_p1").item().upvotes()).isEqualTo(10);
        assertThat(found("t3_p1").item().deleted()).isFalse();
    }

    @Test
    void aSightingOlderThanOneThatChangedNothingStillCounts() {
        save(POST.upvotes(1));
        save(POST.later(MINUTE.multipliedBy(10)).upvotes(1));

        assertThat(save(POST.later(MINUTE.multipliedBy(5)).upvotes(5)).updated()).isEqualTo(1);
    }

    @Test
    void aSightingOfTheSameMomentAsTheLastChangeCounts() {
        save(POST.upvotes(1));

        assertThat(save(POST.upvotes(2)).updated()).isEqualTo(1);
        assertThat(found("t3_p1").item().upvotes()).isEqualTo(2);
    }

    @Test
    void collectedAtStaysThatOfTheFirstSighting() {
        save(POST);
        save(POST.later(MINUTE).upvotes(50));

        assertThat(found("t3_p1").item().collectedAt()).isEqualTo(POST.collected());
    }

    @Test
    void aMakeshiftScoreDoesNotReplaceOneOfTheSameText() {
        save(POST.compound(0.6));
        BatchResult voted = save(makeshift(POST.later(MINUTE).upvotes(70).compound(-0.3)));

        assertThat(voted.updated()).isEqualTo(1);
        assertThat(voted.rollups()).isEmpty();
        assertThat(found("t3_p1").score()).isEqualTo(POST.compound(0.6).score());
        assertThat(found("t3_p1").item().upvotes()).isEqualTo(70);
        assertThat(save(makeshift(POST.later(MINUTE).upvotes(70).compound(-0.3))).unchanged()).isEqualTo(1);
    }

    @Test
    void aMakeshiftScoreIsTakenForTextThatHasNoneAndReplacedByAnyOther() {
        save(makeshift(POST.compound(-0.3)));
        assertThat(found("t3_p1")).isEqualTo(POST.compound(-0.3).scored());
        save(POST.later(MINUTE).compound(0.6));
        assertThat(found("t3_p1").score()).isEqualTo(POST.compound(0.6).score());
        save(makeshift(POST.later(MINUTE.multipliedBy(2)).body("other words").compound(-0.3)));
        assertThat(found("t3_p1").score()).isEqualTo(POST.compound(-0.3).score());
    }

    private static ScoredItem makeshift(Sample sample) {
        return new ScoredItem(sample.item(), sample.score(), Mentions.of(sample.toolIds()), false, true);
    }
}
