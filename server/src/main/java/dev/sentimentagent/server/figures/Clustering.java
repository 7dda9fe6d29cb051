package dev.sentimentagent.server.figures;

import java.util.OptionalLong;

/**
 * How the items of a scope hang together.
 *
 * @param mean design effect of the mean score, at least 1
 * @param positive that of the share of positive items
 * @param neutral that of the share of neutral items
 * @param negative that of the share of negative items
 * @param volume variance of the number of items over that number, if threads come by chance; at least 1
 * @param threads in how many threads they stand; empty if not known
 * @param authors how many people wrote them; empty if not known
 */
record Clustering(double mean, double positive, double neutral, double negative, double volume, OptionalLong threads,
        OptionalLong authors) {
    /** As if each item stood alone. */
    static final Clustering NONE = new Clustering(1, 1, 1, 1, 1, OptionalLong.empty(), OptionalLong.empty());
}
