package dev.sentimentagent.model;

/**
 * Counts of items by sentiment class, with the sums of their compound scores and of the squares of these.
 *
 * <p>Addition and subtraction are exact, so a tally kept by increments equals one counted anew. As the difference of two tallies it may
 * have negative components.
 *
 * @param compoundSumE4 sum of the compound scores in units of 1/10 000
 * @param squareSumE8 sum of their squares in units of 1/100 000 000: with it a mean has a standard error. It is exact for up to 9 · 10¹⁰
 *     items
 */
public record Tally(long positive, long negative, long neutral, long compoundSumE4, long squareSumE8) {
    public static final Tally ZERO = new Tally(0, 0, 0, 0, 0);

    /** The tally of one item. */
    public static Tally of(Score score) {
        return of(score.sentiment(), score.compoundE4());
    }

    /** The tally of one item as far as it speaks of a tool. */
    public static Tally of(ToolVerdict verdict) {
        return of(verdict.sentiment(), verdict.compoundE4());
    }

    /** The tally of one item of that class and compound score, in units of 1/10 000. */
    public static Tally of(Sentiment sentiment, int compoundE4) {
        long square = (long) compoundE4 * compoundE4;
        return switch (sentiment) {
            case POSITIVE -> new Tally(1, 0, 0, compoundE4, square);
            case NEGATIVE -> new Tally(0, 1, 0, compoundE4, square);
            case NEUTRAL -> new Tally(0, 0, 1, compoundE4, square);
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
                compoundSumE4 + other.compoundSumE4, squareSumE8 + other.squareSumE8);
    }

    /** The tally of so many times the same items. */
    public Tally times(long factor) {
        return new Tally(factor * positive, factor * negative, factor * neutral, factor * compoundSumE4, factor * squareSumE8);
    }

    public Tally minus(Tally other) {
        return new Tally(positive - other.positive, negative - other.negative, neutral - other.neutral,
                compoundSumE4 - other.compoundSumE4, squareSumE8 - other.squareSumE8);
    }
}
