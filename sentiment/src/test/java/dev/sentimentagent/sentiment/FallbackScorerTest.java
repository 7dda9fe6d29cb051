package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Through the analyzer, as items get their scores. */
class FallbackScorerTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final VaderScorer vader = new VaderScorer();
    private final Capricious scorer = new Capricious();
    private final FallbackScorer fallback = new FallbackScorer(scorer, vader);
    private final ItemAnalyzer analyzer = new ItemAnalyzer(fallback, new ToolMatcher(ToolCatalogue.standard()));

    @Test
    void theScorerScoresWhileItCan() {
        ScoredItem item = analyzer.analyze(comment("good"));
        assertThat(item.score()).isEqualTo(Capricious.SCORE);
        assertThat(fallback.made(item.score())).isTrue();
        assertThat(item.makeshift()).isFalse();
    }

    @Test
    void whatItFailsOnHasTheScoreOfTheLastResortAndIsDueForReanalysis() {
        ScoredItem item = analyzer.analyze(comment("good poison from Claude"));
        assertThat(item.score()).isEqualTo(vader.score("good poison from Claude"));
        assertThat(item.toolIds()).containsExactly("claude");
        assertThat(fallback.made(item.score())).isFalse();
        assertThat(item.makeshift()).isTrue();
        assertThat(analyzer.analyze(comment("good")).score()).isEqualTo(Capricious.SCORE);
    }

    @Test
    void aBatchLosesNoMoreThanTheTextThatItFailsOn() {
        List<Item> items = Stream.of("good", "bad poison", "bad").map(FallbackScorerTest::comment).toList();
        List<ScoredItem> analyzed = analyzer.analyzeAll(items);
        assertThat(analyzed).extracting(ScoredItem::item).isEqualTo(items);
        assertThat(analyzed).extracting(ScoredItem::score)
                .containsExactly(Capricious.SCORE, vader.score("bad poison"), Capricious.SCORE);
    }

    @Test
    void aBatchThatComesBackShortCountsAsFailed() {
        assertThat(fallback.scoreAll(List.of("good", "lost", "bad"))).containsExactly(Capricious.SCORE, Capricious.SCORE, Capricious.SCORE);
    }

    @Test
    void aScoreOfAnotherVersionIsDueForReanalysis() {
        Score older = new Score(Sentiment.POSITIVE, 0.5, 1, 0, 0, 1, scorer.method(), "1");
        assertThat(fallback.made(older)).isFalse();
        assertThat(vader.made(vader.score("good"))).isTrue();
        assertThat(vader.made(older)).isFalse();
    }

    private static Item comment(String text) {
        return new Comment("c", "programming", "a", "p", "t3_p", text, "/l", NOW, NOW, 1, null, false);
    }

    /** Fails on some texts, and loses one of a batch. */
    private static final class Capricious implements SentimentScorer {
        static final Score SCORE = new Score(Sentiment.POSITIVE, 0.9, 0.9, 0, 0.1, 0.9, "CAPRICIOUS", "2");

        @Override
        public String method() {
            return SCORE.method();
        }

        @Override
        public String version() {
            return SCORE.version();
        }

        @Override
        public Score score(String text) {
            if (text.contains("poison")) {
                throw new IllegalStateException("poisoned");
            }
            return SCORE;
        }

        @Override
        public List<Score> scoreAll(List<String> texts) {
            return texts.stream().filter(text -> !text.equals("lost")).map(this::score).toList();
        }
    }
}
