package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Made-up threads whose comments echo each other: each score is the truth, an effect of its thread and one of its own. Most threads are small
 * and a few are large, as on Reddit.
 */
final class SimulatedThreads {
    private static final double SPREAD = 0.25;
    private static final int LARGEST = 60;

    private final Random random;
    private final double truth;
    private final double correlation;

    /**
     * @param truth mean of the scores
     * @param correlation intraclass: share of their variance that is of the thread
     */
    SimulatedThreads(long seed, double truth, double correlation) {
        this.random = new Random(seed);
        this.truth = truth;
        this.correlation = correlation;
    }

    /** True share of positive items. */
    double positive() {
        return NormalDistribution.of(truth, SPREAD).survivalProbability(0.04995);
    }

    /** Counts so many threads. */
    Side draw(int threads) {
        ClusterSums sums = new ClusterSums();
        Tally tally = Tally.ZERO;
        for (int thread = 0; thread < threads; thread++) {
            double effect = random.nextGaussian() * SPREAD * Math.sqrt(correlation);
            int size = (int) Math.min(LARGEST, 1 + Math.exp(random.nextGaussian()) * 3);
            for (int i = 0; i < size; i++) {
                double own = random.nextGaussian() * SPREAD * Math.sqrt(1 - correlation);
                int compound = (int) Math.round(Math.clamp(truth + effect + own, -1, 1) * 10_000);
                int sign = compound >= 500 ? 1 : compound <= -500 ? -1 : 0;
                sums.add(thread, sign, compound);
                tally = tally.plus(Tally.of(HourVoices.sentiment(sign), compound));
            }
        }
        return new Side(tally, Counting.clustering(tally, sums), 1);
    }
}
