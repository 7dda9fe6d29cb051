package dev.sentimentagent.model;

/**
 * Counts of items by sentiment class, with the sum of their compound scores.
 *
 * <p>Addition and subtraction are exact, so a tally kept by increments equals one counted anew. As the difference of two tallies it may
 * have negative components.
 *
 * @param compoundSumE4 sum of the compound scores in units of 1/10 000
 */
public record Tally(long positive, long negative, long neutral, long compoundSumE4) {
    public static final Tally ZERO = new Tally(0, 0, 0, 0);

    /** The tally of one item. */
    public static Tally of(Score score) {
        return switch (score.sentiment()) {
            case POSITIVE -> new Tally(1, 0, 0, score.compoundE4());
            case NEGATIVE -> new Tally(0, 1, 0, score.compoundE4());
            case NEUTRAL -> new Tally(0, 0, 1, score.compoundE4());
        };
    }

    public long total() {
        return positive + negative + neutral;
    }

    /** Mean compound score, −1 to 1; 0 for an empty tally. */
    public double averageCompound() {
        long total = total();
        return total == 0 ? 0 : (double) compoundSumE4 / total / Score.COMPOUND_UNITS;
    }

    public Tally plus(Tally other) {
        return new Tally(positive + other.positive, negative + other.negative, neutral + other.neutral,
                compoundSumE4 + other.compoundSumE4);
    }

    public Tally minus(Tally other) {
        return new Tally(positive - other.positive, negative - other.negative, neutral - other.neutral,
                compoundSumE4 - other.compoundSumE4);
    }
}
