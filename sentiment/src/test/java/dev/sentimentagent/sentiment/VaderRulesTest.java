package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule on sentences of our own. The valences are worked out by hand from the ratings and the paper's constants and written as the
 * sum or product that each rule makes of them; {@link Case} holds the paper's formula from valences to figures.
 */
class VaderRulesTest {
    /** Ratings in the lexicon. */
    private static final double GOOD = 1.9;
    private static final double GREAT = 3.1;
    private static final double BAD = -2.5;
    private static final double LOVE = 3.2;
    private static final double ACCEPT = 1.6;
    private static final double KIND = 2.4;
    private static final double DOUBT = -1.5;
    private static final double NO = -1.2;
    private static final double HEART = 3.2;
    private static final double BROKEN = -2.1;
    private static final double GRIN = 1.5;
    private static final double DIE = -2.9;

    private static final double NOT = -0.74;
    private static final double VERY = 0.293;
    private static final double CAPS = 0.733;
    private static final double SECOND = 0.95;
    private static final double THIRD = 0.9;
    private static final double NEVER_SO = 1.25;
    private static final double BEFORE_BUT = 0.5;
    private static final double AFTER_BUT = 1.5;

    private final VaderScorer scorer = new VaderScorer();

    @TestFactory
    List<DynamicTest> negation() {
        return tests(
                of("The book was good.", 3, GOOD),
                of("The book was not good.", 4, GOOD * NOT),
                of("It isn't good", 2, GOOD * NOT),
                of("It ISN'T good", 2, GOOD * NOT),
                of("Nobody shouldn't've good", 2, GOOD * NOT),
                of("not a good book", 3, GOOD * NOT),
                of("not as a good book", 4, GOOD * NOT),
                // Out of reach: only three words back count.
                of("not in a whole good book", 5, GOOD),
                of("not bad", 1, BAD * NOT),
                // A curly apostrophe makes it another word.
                of("It isn’t good", 2, GOOD),
                // Two negations cancel as far as their factors go.
                of("never not good", 2, GOOD * NOT * NOT),
                of("never good", 1, GOOD * NOT),
                of("rarely good", 1, GOOD * NOT));
    }

    @TestFactory
    List<DynamicTest> neverSoAndWithoutDoubt() {
        return tests(
                of("never so good", 2, (GOOD + VERY) * NEVER_SO),
                of("never this good", 2, GOOD * NEVER_SO),
                of("never so very good", 3, (GOOD + VERY + VERY * SECOND) * NEVER_SO),
                // At three words, "so" just before the word is enough, "never" or not.
                of("we are so good", 3, (GOOD + VERY) * NEVER_SO),
                of("are so good", 2, GOOD + VERY),
                // The doubt itself is negated, what follows is not.
                of("without doubt good", 1, DOUBT * NOT, GOOD),
                of("without a doubt good", 2, DOUBT * NOT, GOOD),
                of("without a good book", 3, GOOD * NOT));
    }

    @TestFactory
    List<DynamicTest> boostersByDistance() {
        return tests(
                of("very good", 1, GOOD + VERY),
                of("very old good", 2, GOOD + VERY * SECOND),
                of("very old wooden good", 3, GOOD + VERY * THIRD),
                of("very old wooden table good", 4, GOOD),
                of("barely good", 1, GOOD - VERY),
                of("very bad", 1, BAD - VERY),
                of("slightly bad", 1, BAD + VERY),
                of("not very good", 2, (GOOD + VERY) * NOT),
                of("it was so very good", 4, GOOD + VERY + VERY * SECOND),
                // A rated word in between modifies nothing.
                of("very great good", 1, GREAT + VERY, GOOD + VERY * SECOND),
                // A booster has no sentiment of its own.
                of("incredible amazingly", 2));
    }

    @TestFactory
    List<DynamicTest> kindOfAndSortOf() {
        return tests(
                of("the book was kind of good", 5, GOOD - VERY),
                of("it was sort of good", 4, GOOD - VERY),
                of("it was just enough good", 4, GOOD - VERY),
                // Pairs of words are only looked at where three words stand before the word.
                of("kind of good", 2, GOOD),
                of("it was kinda good", 3, GOOD - VERY),
                of("a kind man", 2, KIND),
                // The pair two words back, and always downwards; not "kind of", as the third word back must have no rating.
                of("it sort of was bad", 4, BAD - VERY),
                of("it kind of was bad", 4, BAD));
    }

    @TestFactory
    List<DynamicTest> but() {
        return tests(
                of("The view was good but the food was bad", 7, GOOD * BEFORE_BUT, BAD * AFTER_BUT),
                of("good but good", 1, GOOD * BEFORE_BUT, GOOD * AFTER_BUT),
                of("good BUT bad", 1, GOOD * BEFORE_BUT, BAD * AFTER_BUT),
                // The first one counts.
                of("good but bad but great", 2, GOOD * BEFORE_BUT, BAD * AFTER_BUT, GREAT * AFTER_BUT),
                // 3.2 becomes 1.6, is then taken for the 1.6 that follows and halved again, and that one stays as it is.
                of("love accept but good", 1, LOVE * BEFORE_BUT * BEFORE_BUT, ACCEPT, GOOD * AFTER_BUT),
                of("good butter bad", 1, GOOD, BAD));
    }

    @TestFactory
    List<DynamicTest> least() {
        return tests(
                of("least good", 1, GOOD * NOT),
                of("the least good", 2, GOOD * NOT),
                of("at least good", 2, GOOD),
                of("very least good", 2, GOOD + VERY * SECOND),
                of("least of good", 2, GOOD));
    }

    @TestFactory
    List<DynamicTest> no() {
        return tests(
                // Beside a rated word it negates; its own rating does not count.
                of("no good", 1, GOOD * NOT),
                of("there is no cake", 3, NO),
                of("no other good", 1, NO, GOOD * NOT),
                of("no cake or good", 2, NO, GOOD * NOT),
                of("no cake and good", 2, NO, GOOD),
                of("No.", 1));
    }

    @TestFactory
    List<DynamicTest> idioms() {
        return tests(
                of("you are the shit", 3, 3),
                // As for all idioms, three words must stand before the word.
                of("the shit", 1, -2.6),
                of("That was a kiss of death", 4, -1.5, -1.5),
                of("we all said yeah right", 4, -2),
                of("they have a bad ass car", 4, 1.5, 1.5),
                // Three words before and one after the rated word: no place that the reference looks at.
                of("a cake to die for now", 5, DIE),
                of("this is my beating heart", 3, 3.1, 3.1));
    }

    @TestFactory
    List<DynamicTest> capitals() {
        return tests(
                of("this is GOOD stuff", 3, GOOD + CAPS),
                of("this is BAD stuff", 3, BAD - CAPS),
                of("VERY good stuff", 2, GOOD + VERY + CAPS),
                of("VERY bad stuff", 2, BAD - VERY - CAPS),
                of("THIS is good", 2, GOOD),
                // Where all is in capitals none stands out.
                of("THIS IS GOOD", 2, GOOD),
                // Numbers and punctuation are no capitals, so they make a difference.
                of("GOOD 42", 1, GOOD + CAPS),
                // Title case and non-ASCII letters.
                of("Good ÉTÉ", 1, GOOD),
                of("GOOD été", 1, GOOD + CAPS),
                // "No" that only negates still gets the emphasis of capitals.
                of("NO good", 0, -CAPS, GOOD * NOT));
    }

    @TestFactory
    List<DynamicTest> emoticonsAndShortWords() {
        return tests(
                of("fine :)", 0, 0.8, 2.0),
                // ":D" is a word in capitals, ":)" is none.
                of(":) :D", 0, 2.0, 2.3 + CAPS),
                of(":P", 0, 1.0),
                of("(good)", 0, GOOD),
                of("...good...", 0, GOOD),
                // Words of up to two letters keep their punctuation and are not found with it.
                of("ok", 0, 1.2),
                of("ok.", 1),
                of("\"ok\"", 1),
                // Code points are counted: 𝒜b has two.
                of("𝒜b.", 1));
    }

    @TestFactory
    List<DynamicTest> emoji() {
        return tests(
                of("\uD83D\uDE00", 1, GRIN), // grinning face
                of("face\uD83D\uDE00", 2, GRIN), // a space goes before the name,
                of("\uD83D\uDE00face", 1, GRIN), // none after it: "grinning faceface"
                of("\uD83D\uDE00\uD83D\uDE00", 2, GRIN, GRIN),
                of("❤ ", 1, HEART), // red heart
                of("❤\uFE0F", 2), // the variation selector becomes a part of the last word
                of("\uD83D\uDC94", 0, BROKEN, HEART), // broken heart
                of("this is my \uD83D\uDC94", 3, -2.9, -2.9), // … and the idiom
                of("\uD83D\uDC4D\uD83C\uDFFD", 5), // thumbs up medium skin tone
                of("\uD83D\uDE21", 2), // pouting face in 2018; today "enraged face"
                of("\uD83E\uDEE0", 1), // younger than 2018
                withEmphasis(0.292, "good \uD83D\uDD1B", 2, GOOD), // "ON! arrow" brings an exclamation mark
                of("good ©", 1, GOOD));
    }

    @TestFactory
    List<DynamicTest> punctuation() {
        return tests(
                withEmphasis(0.292, "good!", 0, GOOD),
                withEmphasis(4 * 0.292, "good!!!!!!", 0, GOOD),
                withEmphasis(2 * 0.292, "bad! !", 1, BAD),
                withEmphasis(0, "good?", 0, GOOD),
                withEmphasis(2 * 0.18, "good??", 0, GOOD),
                withEmphasis(3 * 0.18, "good???", 0, GOOD),
                withEmphasis(0.96, "good????", 0, GOOD),
                withEmphasis(0.96 + 0.292, "good????!", 0, GOOD),
                withEmphasis(0.292, "table!", 1));
    }

    @TestFactory
    List<DynamicTest> otherLanguagesAndSpaces() {
        return tests(
                of("Das ist schön", 3),
                of("日本語 です", 2),
                of("مرحبا good", 1, GOOD),
                of("good\u00A0bad\u2003good\u3000bad", 0, GOOD, BAD, GOOD, BAD),
                of("good\u001Cbad\u0085good", 0, GOOD, BAD, GOOD),
                // A space of no width is no white space.
                of("good\u200Bbad", 1),
                // The Kelvin sign is lower-cased to k.
                of("\u212Aind", 0, KIND),
                of("good\u0000", 1),
                of("good \u0000", 1, GOOD),
                of("good \uD800 bad", 1, GOOD, BAD),
                of("good\uDC00 bad", 1, BAD));
    }

    @TestFactory
    List<DynamicTest> changesSinceTheLexiconThatIsRead() {
        return tests(of("heart", 0, 3.2), of("hearts", 0, 3.3), of("flawed", 0, -2.1), of("badass", 0, 1.4), of(":p", 0, 1.0));
    }

    private List<DynamicTest> tests(Case... cases) {
        return Arrays.stream(cases).map(each -> DynamicTest.dynamicTest(each.text, () -> each.check(scorer))).toList();
    }

    private static Case of(String text, int neutralWords, double... valences) {
        return withEmphasis(0, text, neutralWords, valences);
    }

    private static Case withEmphasis(double emphasis, String text, int neutralWords, double... valences) {
        return new Case(text, neutralWords, valences, emphasis);
    }

    private static final class Case {
        private final String text;
        private final int neutralWords;
        private final double[] valences;
        private final double emphasis;

        Case(String text, int neutralWords, double[] valences, double emphasis) {
            this.text = text;
            this.neutralWords = neutralWords;
            this.valences = valences;
            this.emphasis = emphasis;
        }

        void check(VaderScorer scorer) {
            double sum = Arrays.stream(valences).sum();
            double positive = Arrays.stream(valences).filter(valence -> valence > 0).map(valence -> valence + 1).sum();
            double negative = Arrays.stream(valences).filter(valence -> valence < 0).map(valence -> 1 - valence).sum();
            double emphasized = sum + Math.signum(sum) * emphasis;
            positive += positive > negative ? emphasis : 0;
            negative += negative > positive ? emphasis : 0;
            double total = positive + negative + neutralWords;

            Score score = scorer.score(text);
            assertThat(score.compound()).as("compound").isEqualTo(round(emphasized / Math.sqrt(emphasized * emphasized + 15), 4));
            assertThat(score.positive()).as("positive").isEqualTo(round(positive / total, 3));
            assertThat(score.negative()).as("negative").isEqualTo(round(negative / total, 3));
            assertThat(score.neutral()).as("neutral").isEqualTo(round(neutralWords / total, 3));
        }

        private static double round(double value, int decimals) {
            return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
        }
    }
}
