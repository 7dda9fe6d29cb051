package dev.sentimentagent.model;

import static java.util.Objects.requireNonNull;

/**
 * The sentiment of one text.
 *
 * @param sentiment the class that the scorer puts the text in
 * @param compound −1 (most negative) to 1 (most positive), 4 decimals
 * @param positive share of positive words, or the probability of the class, as the scorer has it; 0 to 1, 3 decimals
 * @param negative likewise
 * @param neutral likewise
 * @param confidence 0 to 1
 * @param method name of the scorer, such as {@code VADER}
 * @param version version of the scorer; a later one can rescore what an earlier one scored
 */
public record Score(Sentiment sentiment, double compound, double positive, double negative, double neutral, double confidence,
        String method, String version) {
    /** What {@link #compoundE4} counts in. */
    public static final int COMPOUND_UNITS = 10_000;
    /** By definition of the project. */
    private static final double UNJUDGED_CONFIDENCE = 0.5;

    public Score {
        requireNonNull(sentiment, "sentiment");
        requireNonNull(method, "method");
        requireNonNull(version, "version");
        if (!(compound >= -1 && compound <= 1)) {
            throw new IllegalArgumentException("compound must lie in -1…1: " + compound);
        }
    }

    /** The score of what a scorer does not judge: neutral, with nothing of any class. */
    public static Score unjudged(String method, String version) {
        return new Score(Sentiment.NEUTRAL, 0, 0, 0, 0, UNJUDGED_CONFIDENCE, method, version);
    }

    /** The score of a text in a language that the scorer does not know: neutral, without any confidence that it is. */
    public static Score foreign(String method, String version) {
        return new Score(Sentiment.NEUTRAL, 0, 0, 0, 0, 0, method, version);
    }

    /** Whether the text is in a language that the scorer does not know. */
    public boolean foreign() {
        return !judged() && confidence == 0;
    }

    /** The method and its version, in one. */
    public String scorer() {
        return scorer(method, version);
    }

    /** The same of any score of theirs. */
    public static String scorer(String method, String version) {
        return method + " " + version;
    }

    /** Whether the scorer had something to judge: not so where there is no text, or where it is in a language that the scorer does not know. */
    public boolean judged() {
        return positive + negative + neutral > 0;
    }

    /** The compound value as a whole number of 1/10 000, so that sums of it never drift. */
    public int compoundE4() {
        return (int) Math.round(compound * COMPOUND_UNITS);
    }
}
