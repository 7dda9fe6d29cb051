package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a text on Reddit is not its author's feeling does not move the score; of exact VADER's it does. */
class MaskingTest {
    private static final String SAID = "I love this tool, it is great";

    private final TalkScorer scorer = new TalkScorer();
    private final VaderScorer vader = new VaderScorer();

    /** Of a quote, a table, a note on an edit and a signature nothing stays: the score is that of the rest alone. */
    @ParameterizedTest
    @ValueSource(strings = {"> I hate it, it is awful and horrible", "&gt; I hate it, it is awful and horrible",
            "> I hate it\n> awful, terrible, horrible", "| hate | awful |\n|---|---|\n| terrible | horrible |",
            "Edit: why all the hate, you are awful people", "**EDIT 2:** awful, horrible hate", "*edit*: I hate typos, awful",
            "*I am a bot that you hate, this was performed by an awful, horrible machine*", "^(I'm a bot) ^(awful, terrible, hate)",
            "Beep boop, I hate awful, horrible people"})
    void nothingStaysOf(String other) {
        String text = SAID + "\n\n" + other;
        assertThat(scorer.score(text)).isEqualTo(scorer.score(SAID));
        assertThat(scorer.score(other + "\n\n" + SAID)).isEqualTo(scorer.score(SAID));
        assertThat(vader.score(text).compound()).isLessThan(vader.score(SAID).compound());
    }

    /** Code and links leave a placeholder, whatever stands in them. */
    @ParameterizedTest
    @ValueSource(strings = {"```\n%s(hate, awful)\n```", "~~~\n%s horrible\n~~~", "    %s(hate)\n    throw new Awful()", "`%s`",
            "https://example.org/%s/awful/hate", "[docs](https://example.org/%s-awful-hate)", "www.example.org/%s/horrible",
            "u/%s-hate", "@%s_hate"})
    void aPlaceholderStaysOf(String other) {
        String text = SAID + "\n\n" + other.formatted("horrible");
        assertThat(scorer.score(text)).isEqualTo(scorer.score(SAID + "\n\n" + other.formatted("wonderful")));
        assertThat(scorer.score(text).compound()).isCloseTo(scorer.score(SAID).compound(), within(0.35));
    }

    @Test
    void aCrosspostIsNotJudged() {
        Post shared = post("horrible", "", "https://www.reddit.com/r/aws/comments/1abc/horrible/");
        assertThat(analyzed(SentimentMethod.DEVTALK, shared).score().judged()).isFalse();
        assertThat(analyzed(SentimentMethod.DEVTALK, shared).toolIds()).containsExactly("claude-code");
        assertThat(analyzed(SentimentMethod.DEVTALK, post("x", "Look at this awful thread", shared.url())).score().judged()).isTrue();
        assertThat(analyzed(SentimentMethod.DEVTALK, post("x", "", "https://example.org/r/aws/comments/1abc/")).score().judged()).isTrue();
        assertThat(analyzed(SentimentMethod.DEVTALK, post("x", "", "https://www.reddit.com/r/aws/comments/p/x/")).score().judged())
                .as("its own address").isTrue();
        assertThat(analyzed(SentimentMethod.VADER, shared).score().compound()).isLessThan(0);
    }

    private static ScoredItem analyzed(SentimentMethod method, Item item) {
        ItemAnalyzer analyzer = ItemAnalyzer.of(method, ToolCatalogue.standard());
        ScoredItem one = analyzer.analyze(item);
        assertThat(analyzer.analyzeAll(List.of(item))).containsExactly(one);
        return one;
    }

    private static Post post(String word, String content, String url) {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        return new Post("p", "aws", "ann", "Claude Code is " + word + ", I hate it", content, url, "/r/aws/comments/p/", now, now, 1, 0,
                null,
                false);
    }
}
