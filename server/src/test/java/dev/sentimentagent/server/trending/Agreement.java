package dev.sentimentagent.server.trending;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How far a grouping agrees with a reference over the same things.
 *
 * @param randIndex adjusted Rand index (Hubert & Arabie, 1985): 1 if equal, about 0 for a grouping by chance
 * @param precision of B³ (Bagga & Baldwin, 1998): mean share of the things grouped with one, itself included, that belong with it
 * @param recall of B³: mean share of the things that belong with one, itself included, that are grouped with it
 */
record Agreement(double randIndex, double precision, double recall) {
    /** Each thing is named by its key, and its group by the value. */
    static Agreement of(Map<String, String> reference, Map<String, String> grouping) {
        if (!reference.keySet().equals(grouping.keySet()) || reference.isEmpty()) {
            throw new IllegalArgumentException("both must group the same things, at least one");
        }
        return new Agreement(randIndex(reference, grouping), share(grouping, reference), share(reference, grouping));
    }

    /** Harmonic mean of precision and recall. */
    double f() {
        return 2 * precision * recall / (precision + recall);
    }

    private static double randIndex(Map<String, String> reference, Map<String, String> grouping) {
        double both = pairs(reference.keySet().stream().map(thing -> Arrays.asList(reference.get(thing), grouping.get(thing))).toList());
        double ofReference = pairs(reference.values());
        double ofGrouping = pairs(grouping.values());
        double expected = ofReference * ofGrouping / pairs(reference.size());
        double greatest = (ofReference + ofGrouping) / 2;
        return greatest == expected ? 1 : (both - expected) / (greatest - expected);
    }

    /** Pairs of things of one label. */
    private static double pairs(Collection<?> labels) {
        return labels.stream().collect(groupingBy(identity(), counting())).values().stream().mapToDouble(Agreement::pairs).sum();
    }

    private static double pairs(long count) {
        return count * (count - 1) / 2.0;
    }

    /** Mean over all things of the share of those in its group that are in its other group too. */
    private static double share(Map<String, String> groups, Map<String, String> others) {
        return groups.keySet().stream().mapToDouble(thing -> {
            List<String> members = groups.keySet().stream().filter(other -> together(thing, other, groups)).toList();
            return members.stream().filter(other -> together(thing, other, others)).count() / (double) members.size();
        }).average().orElseThrow();
    }

    private static boolean together(String a, String b, Map<String, String> groups) {
        return Objects.equals(groups.get(a), groups.get(b));
    }
}
