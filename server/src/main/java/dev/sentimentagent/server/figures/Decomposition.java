package dev.sentimentagent.server.figures;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Splits the change of a mean into parts by group, of which each item has one or several, or none. Not thread-safe.
 *
 * <p>With weights w and means m before (0) and after (1) and M₀ the whole mean before, {@code Σ w₁ (m₁ − m₀) + (w₁ − w₀) (m₀ − M₀)} is
 * {@code M₁ − M₀}, since the weights of either side add up to 1. Where a group has no items on one side, its mean there is put so that its tone
 * counts for nothing.
 */
final class Decomposition {
    /** Group of the items that have none. */
    static final String REST = "";

    /** Items and sum of scores of a group: fractions, since an item counts by equal parts. */
    private static final class Sums {
        private final double[] items = new double[2];
        private final double[] scores = new double[2];
    }

    private final Map<String, Sums> groups = new LinkedHashMap<>();
    private final long[] items = new long[2];

    /** Counts items that are in the same groups, before or after. */
    void add(boolean after, Set<String> ids, long count, double scoreSum) {
        int side = after ? 1 : 0;
        items[side] += count;
        Set<String> of = ids.isEmpty() ? Set.of(REST) : ids;
        for (String id : of) {
            Sums sums = groups.computeIfAbsent(id, _ -> new Sums());
            sums.items[side] += (double) count / of.size();
            sums.scores[side] += scoreSum / of.size();
        }
    }

    /** @param name of a group for a human, by its id */
    Moved moved(UnaryOperator<String> name, int sampledOneIn) {
        double before = mean(0);
        double after = items[1] == 0 ? before : mean(1);
        if (items[0] == 0 || items[1] == 0) {
            return new Moved(items[0] == 0 ? after : before, after, items[0], items[1], List.of(), sampledOneIn);
        }
        List<Moved.Part> parts = groups.entrySet()
                .stream()
                .map(group -> part(group.getKey(), name.apply(group.getKey()), group.getValue(), before))
                .sorted(Comparator.comparingDouble((Moved.Part part) -> Math.abs(part.total())).reversed().thenComparing(Moved.Part::id))
                .toList();
        return new Moved(before, after, items[0], items[1], parts, sampledOneIn);
    }

    private Moved.Part part(String id, String name, Sums sums, double whole) {
        double w0 = sums.items[0] / items[0];
        double w1 = sums.items[1] / items[1];
        double m1 = sums.items[1] == 0 ? 0 : sums.scores[1] / sums.items[1];
        // A group that is new has no tone to change: all of its part comes of its weight.
        double m0 = sums.items[0] == 0 ? m1 : sums.scores[0] / sums.items[0];
        double after = sums.items[1] == 0 ? m0 : m1;
        return new Moved.Part(id, name, w0, w1, m0, after, w1 * (after - m0), (w1 - w0) * (m0 - whole));
    }

    private double mean(int side) {
        double sum = groups.values().stream().mapToDouble(sums -> sums.scores[side]).sum();
        return items[side] == 0 ? 0 : sum / items[side];
    }
}
