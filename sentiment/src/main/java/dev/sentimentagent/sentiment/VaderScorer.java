package dev.sentimentagent.sentiment;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Sentiment;

/**
 * VADER: a lexicon of words, emoticons and emoji that people have rated, and rules for what stands around them.
 *
 * <p>After Hutto and Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text" (ICWSM 2014). Gives the
 * figures of the authors' implementation, vaderSentiment 3.3.2, on any text. Time is linear in the length of the text; a call allocates
 * its result and nothing else, once its working memory has grown to the longest text so far. Thread-safe; making one reads the lexicon,
 * so share it.
 */
public final class VaderScorer implements SentimentScorer {
    private static final String METHOD = SentimentMethod.VADER.name();
    private static final String VERSION = "3.3.2";
    private static final Score NO_TEXT = AbsentText.score(METHOD, VERSION);
    private static final double THRESHOLD = 0.05;
    /** Approximates the greatest sum of valences that is to be expected. */
    private static final double NORMALIZATION_ALPHA = 15;
    /** More than any text on Reddit has (40 000), with room for the names of its emoji. What a longer one needs is not kept. */
    private static final int KEPT_CHARACTERS = 1 << 16;

    private final Pool<Workspace> workspaces;

    /** @throws IllegalStateException if the lexicon or the names of the emoji are not on the class path */
    public VaderScorer() {
        Vocabulary vocabulary = Vocabulary.english();
        workspaces = new Pool<>(() -> new Workspace(new Tokens(vocabulary), new Sentiments()));
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
        Workspace workspace = workspaces.take();
        Score score = score(text, workspace.tokens(), workspace.sentiments());
        if (workspace.tokens().capacity() <= KEPT_CHARACTERS) {
            workspaces.giveBack(workspace);
        }
        return score;
    }

    private static Score score(String text, Tokens tokens, Sentiments sentiments) {
        tokens.read(text);
        if (tokens.size() == 0 || (tokens.size() == 1 && AbsentText.isDeleted(text))) {
            return NO_TEXT;
        }
        sentiments.clear();
        for (int i = 0; i < tokens.ratedSize(); i++) {
            double valence = Valences.of(tokens, i);
            if (valence != 0) {
                sentiments.add(valence, tokens.ratedIndex(i));
            }
        }
        if (tokens.firstBut() >= 0) {
            sentiments.weigh(tokens.firstBut());
        }
        return score(sentiments, tokens.size() - sentiments.size(), emphasis(tokens));
    }

    private static Score score(Sentiments sentiments, int neutralCount, double emphasis) {
        double sum = 0;
        double positive = 0;
        double negative = 0;
        for (int i = 0; i < sentiments.size(); i++) {
            double value = sentiments.value(i);
            sum += value;
            // A neutral word counts 1; so every word that is not counts 1 beside its valence.
            if (value > 0) {
                positive += value + 1;
            } else {
                negative -= value - 1;
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

    /** What one call needs, kept for the next. */
    private record Workspace(Tokens tokens, Sentiments sentiments) {}
}
