package dev.sentimentagent.sentiment;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;

/**
 * VADER: a lexicon of words, emoticons and emoji that people have rated, and rules for what stands around them.
 *
 * <p>After Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text" (ICWSM 2014). Gives the
 * figures of the authors' implementation, vaderSentiment 3.3.2, on any text. Time and memory are linear in the length of the text.
 * Immutable and therefore thread-safe; making one reads the lexicon, so share it.
 */
public final class VaderScorer implements SentimentScorer {
    private static final String METHOD = "VADER";
    private static final String VERSION = "3.3.2";
    /** What Reddit leaves in the place of a text that its author or a moderator deleted. */
    private static final String DELETED = "[deleted]";
    private static final String REMOVED = "[removed]";
    /** Of the absence of text, by definition of the project. */
    private static final double CONFIDENCE_WITHOUT_TEXT = 0.5;
    private static final Score NO_TEXT = new Score(Sentiment.NEUTRAL, 0, 0, 0, 0, CONFIDENCE_WITHOUT_TEXT, METHOD, VERSION);
    private static final double THRESHOLD = 0.05;
    /** Approximates the greatest sum of valences that is to be expected. */
    private static final double NORMALIZATION_ALPHA = 15;

    private final Vocabulary vocabulary;

    /** @throws IllegalStateException if the lexicon or the names of the emoji are not on the class path */
    public VaderScorer() {
        vocabulary = Vocabulary.english();
        EmojiNames.requireResources();
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Score score(String text) {
        requireNonNull(text, "text");
        Tokens tokens = Tokens.of(text, vocabulary);
        return tokens.size() == 0 || isDeleted(text) ? NO_TEXT : score(tokens);
    }

    private static boolean isDeleted(String text) {
        String stripped = text.strip();
        return stripped.equals(DELETED) || stripped.equals(REMOVED);
    }

    private static Score score(Tokens tokens) {
        double[] valences = new double[tokens.ratedSize()];
        int[] positions = new int[tokens.ratedSize()];
        int count = 0;
        for (int i = 0; i < tokens.ratedSize(); i++) {
            int position = tokens.ratedIndex(i);
            double valence = Valences.at(tokens, position);
            if (valence != 0) {
                valences[count] = valence;
                positions[count++] = position;
            }
        }
        if (tokens.firstBut() >= 0) {
            Contrast.weigh(valences, positions, count, tokens.firstBut());
        }
        return score(valences, count, tokens.size() - count, emphasis(tokens));
    }

    private static Score score(double[] valences, int count, int neutralCount, double emphasis) {
        double sum = 0;
        double positive = 0;
        double negative = 0;
        for (int i = 0; i < count; i++) {
            sum += valences[i];
            // A neutral word counts 1; so every word that is not counts 1 beside its valence.
            if (valences[i] > 0) {
                positive += valences[i] + 1;
            } else {
                negative -= valences[i] - 1;
            }
        }
        if (sum != 0) {
            sum += sum > 0 ? emphasis : -emphasis;
        }
        if (positive > negative) {
            positive += emphasis;
        } else if (positive < negative) {
            negative += emphasis;
        }
        double total = positive + negative + neutralCount;
        double compound = Rounding.toFour(sum / Math.sqrt(sum * sum + NORMALIZATION_ALPHA));
        return new Score(classOf(compound), compound, Rounding.toThree(positive / total), Rounding.toThree(negative / total),
                Rounding.toThree(neutralCount / total), Math.min(2 * Math.abs(compound), 1), METHOD, VERSION);
    }

    /** By the thresholds of the paper. */
    private static Sentiment classOf(double compound) {
        if (compound >= THRESHOLD) {
            return Sentiment.POSITIVE;
        }
        return compound <= -THRESHOLD ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
    }

    private static double emphasis(Tokens tokens) {
        return PunctuationEmphasis.ofExclamationMarks(tokens.exclamationMarks())
                + PunctuationEmphasis.ofQuestionMarks(tokens.questionMarks());
    }
}
