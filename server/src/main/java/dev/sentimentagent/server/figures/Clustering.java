package dev.sentimentagent.server.figures;

import java.util.OptionalLong;

/**
 * How the items of a scope hang together.
 *
 * @param items how many it was counted of
 * @param mean design effect of the mean score, at least 1
 * @param positive that of the share of positive items
 * @param neutral that of the share of neutral items
 * @param negative that of the share of negative items
 * @param volume variance of the number of items over that number, if threads come by chance; at least 1
 * @param threads in how many threads they stand; empty if not known
 * @param authors how many people wrote them; empty if not known
 */
record Clustering(long items, double mean, double positive, double neutral, double negative, double volume, OptionalLong threads,
        OptionalLong authors) {
    /** As if each item stood alone. */
    static final Clustering NONE = new Clustering(0, 1, 1, 1, 1, 1, OptionalLong.empty(), OptionalLong.empty());

    /**
     * Degrees of freedom of a variance that was widened by a design effect, after Satterthwaite: what is of the threads has as many as there are
     * threads of equal size that would hang together as these do, less one; so one hot thread leaves few.
     */
    double degrees(double designEffect, long of) {
        double correlation = volume > 1 ? (designEffect - 1) / (volume - 1) : 0;
        double ofThreads = volume * correlation / designEffect;
        double threadDegrees = Math.max(1, of / volume - 1);
        double rest = 1 - ofThreads;
        return Math.max(1, 1 / (ofThreads * ofThreads / threadDegrees + rest * rest / Math.max(1, of - 1.0)));
    }

    Clustering with(long authorCount) {
        return new Clustering(items, mean, positive, neutral, negative, volume, threads, OptionalLong.of(authorCount));
    }

    /** For other items that are taken to hang together as these do. */
    Clustering ofOthers() {
        return new Clustering(items, mean, positive, neutral, negative, volume, OptionalLong.empty(), OptionalLong.empty());
    }

    /** Of one in so many of the items, by chance: fewer of them share a thread. */
    Clustering ofFew(int oneIn) {
        return withVolume(1 + (volume - 1) / oneIn);
    }

    /** Of a part of the items, whose threads have fewer of them. */
    Clustering withVolume(double other) {
        double factor = volume > 1 ? Math.max(0, other - 1) / (volume - 1) : 0;
        return new Clustering(items, 1 + (mean - 1) * factor, 1 + (positive - 1) * factor, 1 + (neutral - 1) * factor,
                1 + (negative - 1) * factor, other, OptionalLong.empty(), OptionalLong.empty());
    }
}
