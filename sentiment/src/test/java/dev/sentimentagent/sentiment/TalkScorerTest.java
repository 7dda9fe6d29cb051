package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TalkScorerTest {
    private static final int LONG = 40_000;

    private final TalkScorer scorer = new TalkScorer();
    private final VaderScorer vader = new VaderScorer();

    @Test
    void itsScoresBearItsNameAndVersion() {
        Score score = scorer.score("I love it");
        assertThat(score.method()).isEqualTo("DEVTALK");
        assertThat(scorer.version()).matches("4-[0-9a-f]{8}");
        assertThat(scorer.made(score)).isTrue();
        assertThat(scorer.made(vader.score("I love it"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I love it, it just works!                                                        | POSITIVE
            Thank you, that solved it. Awesome work                                           | POSITIVE
            This update is awful, it broke everything and support does not answer             | NEGATIVE
            Waste of time and money, I want a refund                                          | NEGATIVE
            How do I kill the process that holds the port when the build fails with an error? | NEUTRAL
            The function returns an error code, see the issue for the stack trace             | NEUTRAL
            Run the migration first and then restart the service                              | NEUTRAL""")
    void tellsFeelingFromTechnicalTerms(String text, Sentiment expected) {
        assertThat(scorer.score(text).sentiment()).isEqualTo(expected);
    }

    @Test
    void itsFiguresFollowFromTheProbabilities() {
        for (String text : List.of("I love it", "I hate it", "See the docs", "Great, it crashed again", "ok")) {
            Score score = scorer.score(text);
            assertThat(score.positive() + score.negative() + score.neutral()).isCloseTo(1, within(0.002));
            assertThat(score.compound()).isCloseTo(score.positive() - score.negative(), within(0.0011));
            double ofClass = switch (score.sentiment()) {
                case POSITIVE -> score.positive();
                case NEGATIVE -> score.negative();
                case NEUTRAL -> score.neutral();
            };
            assertThat(score.confidence()).isCloseTo(ofClass, within(0.0006)).isGreaterThan(0.33);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "[deleted]", " [removed]\n", "> I hate this, it is awful", "```\nreturn bad;\n```\n> terrible",
            "| awful | terrible |\n|---|---|", "\u200B"})
    void whatHasNoWordOfItsAuthorIsNotJudged(String text) {
        Score score = scorer.score(text);
        if (!text.contains("```")) {
            assertThat(score.judged()).isFalse();
            assertThat(score.confidence()).isEqualTo(0.5);
        }
        assertThat(score.sentiment()).isEqualTo(Sentiment.NEUTRAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> awful, I hate it\n\nI love it, great tool", "&gt; awful, I hate it\n\nI love it, great tool",
            "I love it, great tool\n\n```\nfail(horrible)\n```", "I love it, great tool\n\n    throw new Awful();\n    fail horribly",
            "I love it, great tool https://example.org/hate/awful/terrible", "I love [it](https://example.org/awful-terrible), great tool",
            "I love it, great tool\n\n| hate | awful |\n|---|---|\n| terrible | bad |",
            "I love it, great tool\n\nEDIT: why all the hate, you are awful"})
    void whatOthersOrMachinesSaidDoesNotCount(String text) {
        assertThat(scorer.score(text).sentiment()).isEqualTo(Sentiment.POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Das ist wirklich schlecht und ich mag es nicht, aber es ist auch billig", "Это ужасно и мне не нравится",
            "C'est vraiment nul et je ne suis pas content dans mon travail avec cet outil", "これはひどいです"})
    void anotherLanguageIsNotJudged(String text) {
        assertThat(scorer.score(text).judged()).isFalse();
        assertThat(scorer.score(text).sentiment()).isEqualTo(Sentiment.NEUTRAL);
    }

    @Test
    void aNegationTurnsIt() {
        assertThat(scorer.score("it is not good").compound()).isLessThan(scorer.score("it is good").compound());
        assertThat(scorer.score("I don't like it").compound()).isLessThan(0);
    }

    @Test
    void anyTextIsScored() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String text = IntStream.range(0, random.nextInt(60))
                    .map(j -> random.nextInt(4) == 0 ? random.nextInt(0x11000) : 32 + random.nextInt(96))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            Score score = scorer.score(text);
            assertThat(score.confidence()).as(text).isBetween(0.0, 1.0);
            assertThat(scorer.score(text)).isEqualTo(score);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ", "good ", "not bad but ", "`", "[a](", "]( ", "!?", "@a/u/b ", "....", "\n> ", "&gt", ":)", "é",
            "\uD83D\uDE00"})
    void aLongTextIsScoredInLinearTime(String part) {
        // A quadratic one would take minutes.
        String text = part.repeat(10 * LONG / part.length());
        assertThat(scorer.score(text)).isNotNull();
    }
}
