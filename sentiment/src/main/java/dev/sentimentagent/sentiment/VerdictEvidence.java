package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.ToolVerdict;

/** What a text says of a tool, here and there. */
final class VerdictEvidence {
    private static final double NEUTRAL_WEIGHT = 0.3;
    private static final double LEAST = 0.1;
    private static final double MUCH = 0.45;
    private static final int LITTLE_E4 = 3000;
    private static final int MUCH_E4 = 6000;

    private double sum;
    private double weights;

    void add(double score, double weight) {
        double all = weight * (score == 0 ? NEUTRAL_WEIGHT : 1);
        sum += score * all;
        weights += all;
    }

    /**
     * A verdict is little or much of its class and nothing between: the words of a clause tell no more, and so items share few different
     * sets of verdicts.
     */
    ToolVerdict verdict() {
        double mean = weights == 0 ? 0 : sum / weights;
        double strength = Math.abs(mean);
        if (strength < LEAST) {
            return new ToolVerdict(Sentiment.NEUTRAL, 0);
        }
        int compound = strength < MUCH ? LITTLE_E4 : MUCH_E4;
        return mean > 0 ? new ToolVerdict(Sentiment.POSITIVE, compound) : new ToolVerdict(Sentiment.NEGATIVE, -compound);
    }
}
