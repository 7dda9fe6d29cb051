package dev.sentimentagent.server.figures;

/**
 * How the number of items differs from before.
 *
 * @param relative {@code after / before − 1}; 0 where there were none before
 * @param low lower bound of its 95 % interval, which takes threads, not items, for what comes by chance
 * @param high upper bound of it
 */
public record VolumeChange(long before, long after, double relative, double low, double high, Verdict verdict) {}
