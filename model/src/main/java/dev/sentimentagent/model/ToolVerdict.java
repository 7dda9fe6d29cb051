package dev.sentimentagent.model;

import static java.util.Objects.requireNonNull;

/**
 * What an item says of one of the tools that it speaks of.
 *
 * @param compoundE4 as a compound score, in units of 1/10 000. Scorers round it, so that there are few different ones: a store keeps each
 *     combination of tools and verdicts once
 */
public record ToolVerdict(Sentiment sentiment, int compoundE4) {
    public ToolVerdict {
        requireNonNull(sentiment, "sentiment");
        if (Math.abs(compoundE4) > Score.COMPOUND_UNITS) {
            throw new IllegalArgumentException("compound must lie in -1…1: " + compoundE4 + " / " + Score.COMPOUND_UNITS);
        }
    }

    /** −1 to 1. */
    public double compound() {
        return (double) compoundE4 / Score.COMPOUND_UNITS;
    }
}
