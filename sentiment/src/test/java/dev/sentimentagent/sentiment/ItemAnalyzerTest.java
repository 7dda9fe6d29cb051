package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemAnalyzerTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final SentimentScorer scorer = Scorers.of(SentimentMethod.VADER);
    private final ItemAnalyzer analyzer = new ItemAnalyzer(scorer, new ToolMatcher(ToolCatalogue.standard()));

    @Test
    void aPostIsJudgedByTitleAndBody() {
        Item post = new Post("p", "programming", "a", "Kiro", "is great", "u", "/l", NOW, NOW, 1, 0, null, false);
        assertThat(analyzer.analyze(post)).isEqualTo(new ScoredItem(post, scorer.score(post.text()), Set.of("kiro")));
        assertThat(analyzer.analyze(post).score().compound()).isPositive();
    }

    @Test
    void ofADeletedItemNothingIsSaidNotEvenInAHomeSubreddit() {
        Item deleted = new Comment("c", "Cursor", null, "p", "t3_p", "Cursor is great", "/l", NOW, NOW, 1, null, true);
        assertThat(analyzer.analyze(deleted)).isEqualTo(new ScoredItem(deleted, scorer.score(""), Set.of()));
    }

    @Test
    void severalItemsAreAnalyzedAsEachOfThem() {
        List<Item> items = List.of(comment("love Claude Code"), comment(""), comment("hate it"));
        assertThat(analyzer.analyzeAll(items)).isEqualTo(items.stream().map(analyzer::analyze).toList());
    }

    @Test
    void aTextThatIsNoItemIsAnalyzedAlike() {
        assertThat(analyzer.analyze("it is great", "cursor"))
                .isEqualTo(new Analysis(scorer.score("it is great"), Mentions.of(Set.of("cursor"))));
    }

    private static Item comment(String text) {
        return new Comment("c", "programming", "a", "p", "t3_p", text, "/l", NOW, NOW, 1, null, false);
    }
}
