package dev.sentimentagent.sentiment;

/** The ratings of one text's words, summed over it and over each of its sentences. Used for one text after another; confined to one thread. */
final class TalkRatings {
    private static final double ALPHA = 15;

    private double sentence;
    private int sentences;
    private double first;
    private double lowest;
    private double highest;
    private double latest;

    private double positive;
    private double negative;
    private double strongest;
    private double weakest;
    private double correction;
    private int count;

    void clear() {
        sentence = 0;
        sentences = 0;
        first = 0;
        lowest = 0;
        highest = 0;
        latest = 0;
        positive = 0;
        negative = 0;
        strongest = 0;
        weakest = 0;
        correction = 0;
        count = 0;
    }

    /** @param rating other than 0 */
    void add(double rating) {
        sentence += rating;
        latest = rating;
        count++;
        if (rating > 0) {
            positive += rating;
            strongest = Math.max(strongest, rating);
        } else {
            negative -= rating;
            weakest = Math.min(weakest, rating);
        }
    }

    /** What stood in the sentence before a "but" counts half. */
    void contrast() {
        correction += sentence / 2;
        sentence /= 2;
    }

    /** Ends a sentence; its compound, −1 to 1. */
    double endSentence() {
        double compound = compound(sentence);
        if (sentences == 0) {
            first = compound;
        }
        lowest = Math.min(lowest, compound);
        highest = Math.max(highest, compound);
        sentences++;
        sentence = 0;
        return compound;
    }

    int sentences() {
        return sentences;
    }

    /** The compound of the first sentence, the least of any and 0, the greatest of any and 0. */
    double first() {
        return first;
    }

    double lowest() {
        return lowest;
    }

    double highest() {
        return highest;
    }

    /** The compound of the whole text, −1 to 1. */
    double overall() {
        return compound(positive - negative - correction);
    }

    /** The rating added last; 0 if there was none. */
    double latest() {
        return latest;
    }

    /** Sum of the ratings above 0. */
    double positive() {
        return positive;
    }

    /** Sum of those below 0, without its sign. */
    double negative() {
        return negative;
    }

    double strongest() {
        return strongest;
    }

    double weakest() {
        return weakest;
    }

    /** How many ratings there are. */
    int count() {
        return count;
    }

    private static double compound(double sum) {
        return sum / Math.sqrt(sum * sum + ALPHA);
    }
}
