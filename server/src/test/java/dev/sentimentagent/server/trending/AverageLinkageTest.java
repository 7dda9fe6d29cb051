package dev.sentimentagent.server.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AverageLinkageTest {
    @Test
    void joinsTheMostAlikeFirst() {
        double[][] likeness = {{1, 0.3, 0.9}, {0.3, 1, 0.3}, {0.9, 0.3, 1}};
        assertThat(AverageLinkage.cluster(likeness, 0.5)).containsExactly(List.of(0, 2), List.of(1));
    }

    @Test
    void aChainOfNeighboursIsNotOneCluster() {
        int length = 6;
        double[][] likeness = new double[length][length];
        for (int i = 0; i + 1 < length; i++) {
            likeness[i][i + 1] = 0.5;
            likeness[i + 1][i] = 0.5;
        }
        assertThat(AverageLinkage.cluster(likeness, 0.2)).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4, 5));
    }

    @Test
    void theThresholdItselfIsEnough() {
        assertThat(AverageLinkage.cluster(new double[][]{{1, 0.2}, {0.2, 1}}, 0.2)).containsExactly(List.of(0, 1));
        assertThat(AverageLinkage.cluster(new double[][]{{1, 0.19}, {0.19, 1}}, 0.2)).containsExactly(List.of(0), List.of(1));
    }

    @Test
    void averageCountsEveryPair() {
        // 0 and 1 are joined; 2 is like 0 only: (0.5 + 0) / 2.
        double[][] likeness = {{1, 0.9, 0.5}, {0.9, 1, 0}, {0.5, 0, 1}};
        assertThat(AverageLinkage.cluster(copy(likeness), 0.25)).containsExactly(List.of(0, 1, 2));
        assertThat(AverageLinkage.cluster(copy(likeness), 0.26)).containsExactly(List.of(0, 1), List.of(2));
    }

    @Test
    void nothingIsNoCluster() {
        assertThat(AverageLinkage.cluster(new double[0][0], 0.2)).isEmpty();
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
