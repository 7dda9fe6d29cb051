package dev.sentimentagent.server.figures;

/**
 * A share of items with its 95 % interval (Wilson's, for as many independent items as the design effect leaves).
 *
 * @param value 0 to 1; 0 of nothing
 * @param low lower bound of the interval
 * @param high upper bound of it
 */
public record Share(long count, long of, double value, double low, double high) {}
