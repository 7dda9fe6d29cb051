package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreExplainerTest {
    private final VaderScorer scorer = new VaderScorer();
    private final ScoreExplainer explainer = new ScoreExplainer(scorer);

    @Test
    void theSentenceThatDecidedIsTheOneWithTheHighestOrLowestScore() {
        String text = "I installed it today. The tab completion is great!\nThe new limits are awful, I hate them. Bye";
        Explanation explanation = explainer.explain(text);

        assertThat(explanation.sentences()).extracting(sentence -> text.substring(sentence.start(), sentence.end()))
                .containsExactly("I installed it today.", "The tab completion is great!", "The new limits are awful, I hate them.", "Bye");
        assertThat(explanation.decisive(true)).hasValueSatisfying(sentence -> {
            assertThat(text.substring(sentence.start(), sentence.end())).isEqualTo("The tab completion is great!");
            assertThat(sentence.compound()).isEqualTo(scorer.score("The tab completion is great!").compound());
        });
        assertThat(explanation.decisive(false)).hasValueSatisfying(
                sentence -> assertThat(text.substring(sentence.start(), sentence.end()))
                        .isEqualTo("The new limits are awful, I hate them."));
    }

    @Test
    void wordsAreMarkedByWhatTheSentenceLosesWithoutThem() {
        String text = "The thing is not good, and yet I love the price";
        List<Explanation.Mark> marks = explainer.explain(text).marks();

        assertThat(marks).extracting(mark -> text.substring(mark.start(), mark.end())).containsExactly("not", "good,", "love");
        assertThat(marks).extracting(mark -> Math.signum(mark.valence())).containsExactly(-1.0, -1.0, 1.0);
        assertThat(marks.getLast().valence())
                .isEqualTo(scorer.score(text).compound() - scorer.score("The thing is not good, and yet I  the price").compound());
    }

    @Test
    void withoutSentimentNothingDecides() {
        for (String text : List.of("", " \n ", "The file has ten lines.", "💩".repeat(3), "\u202Eabc\u0000")) {
            Explanation explanation = explainer.explain(text);
            assertThat(explanation.sentences().size()).isLessThan(3);
            explanation.marks().forEach(mark -> assertThat(mark.end()).isLessThanOrEqualTo(text.length()));
        }
        assertThat(explainer.explain("The file has ten lines.").decisive(true)).isEmpty();
        assertThat(explainer.explain("The file has ten lines.").marks()).isEmpty();
        assertThat(explainer.rates("awful")).isTrue();
        assertThat(explainer.rates("file")).isFalse();
    }

    /** To take its fence away would make text of code, and so change the score all the same. */
    @Test
    void codeTablesAndQuotesExplainNothing() {
        String text = """
                bad `bad` it
                ```json
                awful 4
                ``` good
                ~~~
                horrible
                ~~~
                > I hate it
                &gt; terrible
                | worst | thing |
                    at awful.Great(wonderful.ts:422)

                lovely""";
        Explanation explanation = explainer.explain(text);

        assertThat(explanation.sentences()).extracting(sentence -> text.substring(sentence.start(), sentence.end()))
                .containsExactly("bad `bad` it", "``` good", "lovely");
        assertThat(explanation.marks()).extracting(mark -> text.substring(mark.start(), mark.end())).containsExactly("bad", "good",
                "lovely");
    }

    @Test
    void aLongTextIsExplainedAsFarAsItIsRead() {
        String text = "good ".repeat(8000);

        assertThat(explainer.explain(text).sentences()).allMatch(sentence -> sentence.end() <= 10_000).hasSizeBetween(30, 40);
    }
}
