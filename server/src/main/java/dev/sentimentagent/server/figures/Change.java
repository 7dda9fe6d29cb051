package dev.sentimentagent.server.figures;

/**
 * How a mean or a share differs from before, or from that of another, with the 95 % interval of the difference.
 *
 * @param difference {@code after − before}
 * @param low lower bound of the interval of the difference
 * @param high upper bound of it
 * @param pValue how likely a difference this large is if there is none; 1 where nothing can be said
 */
public record Change(double before, double after, double difference, double low, double high, double pValue, Verdict verdict) {
    Change with(Verdict other) {
        return new Change(before, after, difference, low, high, pValue, other);
    }
}
