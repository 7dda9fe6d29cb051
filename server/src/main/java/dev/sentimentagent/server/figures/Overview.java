package dev.sentimentagent.server.figures;

import java.util.OptionalLong;

/**
 * A scope in a few figures, each with its change from the preceding window of equal length.
 *
 * @param items posts and comments
 * @param authors how many different people wrote them; empty while that is not known
 * @param threads in how many threads they stand; empty while that is not known
 * @param collected share of the window, 0 to 1, of which anything was collected: the rest is unknown, not zero
 */
public record Overview(
        Scope scope,
        long items,
        OptionalLong authors,
        OptionalLong threads,
        double collected,
        Share positive,
        Share neutral,
        Share negative,
        Mean mean,
        Change positiveChange,
        Change neutralChange,
        Change negativeChange,
        Change meanChange,
        VolumeChange volumeChange) {
    /** Whether the items are too few for shares and mean to say anything. */
    public boolean tooFew() {
        return mean.tooFew();
    }
}
