package dev.sentimentagent.server.figures;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many changes looked at together: of those that are called a change, no more than 5 in 100 are false on average.
 *
 * <p>Benjamini and Hochberg, "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57 (1995).
 */
final class FalseDiscovery {
    private static final double RATE = 0.05;

    private FalseDiscovery() {}

    /** The same changes, those that do not stand up to it within noise. Those that nothing can be said of do not count. */
    static List<Change> control(List<Change> changes) {
        double limit = limit(changes.stream().filter(FalseDiscovery::tested).mapToDouble(Change::pValue).sorted().toArray());
        return changes.stream()
                .map(change -> change.verdict().significant() && change.pValue() > limit ? change.with(Verdict.WITHIN_NOISE) : change)
                .toList();
    }

    private static boolean tested(Change change) {
        return change.verdict().significant() || change.verdict() == Verdict.WITHIN_NOISE;
    }

    /** The largest p-value that counts as a discovery. */
    private static double limit(double[] sorted) {
        return IntStream.range(0, sorted.length)
                .filter(i -> sorted[i] <= RATE * (i + 1) / sorted.length)
                .boxed()
                .max(Comparator.naturalOrder())
                .map(i -> sorted[i])
                .orElse(-1.0);
    }
}
