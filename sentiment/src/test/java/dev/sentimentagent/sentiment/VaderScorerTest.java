package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every score, and texts that are hard on a scorer. */
class VaderScorerTest {
    private static final int LONGEST = 1_000_000;

    private final VaderScorer scorer = new VaderScorer();

    @Test
    void namesItself() {
        assertThat(scorer.method()).isEqualTo("VADER");
        assertThat(scorer.version()).isEqualTo("3.3.2");
        assertThat(scorer.score("good").method()).isEqualTo("VADER");
        assertThat(scorer.score("good").version()).isEqualTo("3.3.2");
    }

    /** 1.9 / √(1.9² + 15) = 0.4404; twice that; its class by the threshold of 0.05. */
    @Test
    void confidenceIsTwiceTheStrengthOfTheCompound() {
        assertThat(scorer.score("good")).isEqualTo(new Score(Sentiment.POSITIVE, 0.4404, 1, 0, 0, 0.8808, "VADER", "3.3.2"));
        assertThat(scorer.score("love love love love").confidence()).isEqualTo(1);
        assertThat(scorer.score("bad").sentiment()).isEqualTo(Sentiment.NEGATIVE);
    }

    @Test
    void textWithoutAnyKnownWordIsNeutralWithoutConfidence() {
        assertThat(scorer.score("the table")).isEqualTo(new Score(Sentiment.NEUTRAL, 0, 0, 0, 1, 0, "VADER", "3.3.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t \u00A0\u3000\u001F", "[deleted]", "[removed]", " [removed]\n"})
    void absentTextIsNeutralWithHalfConfidence(String text) {
        assertThat(scorer.score(text)).isEqualTo(new Score(Sentiment.NEUTRAL, 0, 0, 0, 0, 0.5, "VADER", "3.3.2"));
    }

    @Test
    void noTextIsTooOddForAScore() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            int length = random.nextInt(60);
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < length; c++) {
                text.append(random.nextInt(3) == 0 ? (char) random.nextInt(0x10000) : (char) (' ' + random.nextInt(95)));
            }
            Score score = scorer.score(text.toString());
            assertThat(score.compound()).isBetween(-1.0, 1.0);
            double shares = score.positive() + score.negative() + score.neutral();
            assertThat(shares == 0 || Math.abs(shares - 1) < 0.002).as("shares of <%s>", text).isTrue();
        }
    }

    /** With any step that is quadratic in the length, a single one of these would take hours. */
    @ParameterizedTest
    @ValueSource(strings = {"!", "a", " ", "\uD800", "\uDC00", "\uD83D\uDE00", "\u0000", "'", "n't", "good ", "good but ",
            "but good love accept ",
            "no good nor bad ", "the shit ", "kind of ", "never so ", "日本", "GOOD bad "})
    void aMillionCharactersTakeNoMoreThanSeconds(String part) {
        String text = part.repeat(LONGEST / part.length());
        Score score = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> scorer.score(text));
        assertThat(score.compound()).isBetween(-1.0, 1.0);
    }

    /** 40 000 characters: 8 000 times 1.9 and nothing else; x / √(x² + 15) rounds to 1. */
    @Test
    void aLongTextIsScoredAsAWhole() {
        Score score = scorer.score("good ".repeat(8_000));
        assertThat(score.compound()).isEqualTo(1);
        assertThat(score.positive()).isEqualTo(1);
    }

    /** Working memory goes from text to text; nothing that one leaves there may show in the next. */
    @Test
    void aScoreDoesNotDependOnTheTextsBefore() {
        List<String> texts = List.of("good ".repeat(20_000), "GOOD but bad!!??", "", "not", "\uD83D\uDE00 ".repeat(9_000), "good",
                "no\uD83D\uDE00",
                "but " + "love accept good ".repeat(500), "bad");
        List<Score> expected = texts.stream().map(text -> new VaderScorer().score(text)).toList();
        for (String before : texts) {
            assertThat(texts.stream().map(text -> {
                scorer.score(before);
                return scorer.score(text);
            }).toList()).isEqualTo(expected);
        }
    }

    @Test
    void manyThreadsGetTheSameScoresAsOne() {
        List<String> texts = IntStream.range(0, 2_000)
                .mapToObj(i -> "good but bad ".repeat(i % 7) + "\uD83D\uDE00 not so great! ".repeat(i % 5)).toList();
        List<Score> expected = texts.stream().map(scorer::score).toList();
        VaderScorer shared = new VaderScorer();
        assertThat(texts.parallelStream().map(shared::score).toList()).isEqualTo(expected);
    }
}
