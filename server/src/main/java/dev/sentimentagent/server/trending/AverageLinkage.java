package dev.sentimentagent.server.trending;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Agglomerative clustering by average linkage (UPGMA; Sokal & Michener 1958): the two clusters whose members are most alike on average are
 * joined, until no two reach the threshold. The average keeps a cluster from growing along a chain of neighbours into a catch-all. Takes
 * time cubic in the number of points, in the worst case.
 */
final class AverageLinkage {
    private AverageLinkage() {}

    /**
     * @param likeness symmetric matrix; overwritten
     * @param threshold least average likeness at which two clusters are joined
     * @return the clusters as indices of their points, ascending, in order of their first point; among equals the lowest indices are
     *     joined first
     */
    static List<List<Integer>> cluster(double[][] likeness, double threshold) {
        int count = likeness.length;
        List<List<Integer>> clusters = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            clusters.add(new ArrayList<>(List.of(i)));
        }
        int[] sizes = new int[count];
        Arrays.fill(sizes, 1);
        // INVARIANT: likeness[i][j] is the sum over all pairs between the clusters i and j; a cluster that was joined to another is empty.
        while (true) {
            int left = -1;
            int right = -1;
            double best = threshold;
            for (int i = 0; i < count; i++) {
                for (int j = i + 1; j < count && sizes[i] > 0; j++) {
                    int pairs = sizes[i] * sizes[j];
                    if (pairs > 0 && (likeness[i][j] / pairs > best || (left < 0 && likeness[i][j] / pairs == best))) {
                        best = likeness[i][j] / pairs;
                        left = i;
                        right = j;
                    }
                }
            }
            if (left < 0) {
                break;
            }
            for (int k = 0; k < count; k++) {
                likeness[left][k] += likeness[right][k];
                likeness[k][left] = likeness[left][k];
            }
            clusters.get(left).addAll(clusters.get(right));
            clusters.get(right).clear();
            sizes[left] += sizes[right];
            sizes[right] = 0;
        }
        clusters.removeIf(List::isEmpty);
        clusters.forEach(cluster -> cluster.sort(null));
        return clusters;
    }
}
