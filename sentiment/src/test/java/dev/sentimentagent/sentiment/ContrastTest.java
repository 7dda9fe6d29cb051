package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Both ways of weighing against the rule as it is stated: look each sentiment up by its value and weigh the first that is equal. */
class ContrastTest {
    /** Halves, doubles and equal values abound, so that sentiments are taken for one another. */
    private static final double[] VALUES = {0, 0, 0.4, 0.8, 1.6, 3.2, -1.5, -2.25, -0.75, 1.9};

    @Test
    void bothWaysWeighAsTheRuleSays() {
        Random random = new Random(7);
        for (int run = 0; run < 5_000; run++) {
            int size = 1 + random.nextInt(120);
            double[] sentiments = IntStream.range(0, size).mapToDouble(i -> VALUES[random.nextInt(VALUES.length)]).toArray();
            int but = random.nextInt(size);
            sentiments[but] = 0;
            double[] expected = Arrays.stream(weighedByTheRule(sentiments, but)).filter(value -> value != 0).toArray();
            int[] positions = IntStream.range(0, size).filter(i -> sentiments[i] != 0).toArray();

            double[] searched = Arrays.stream(sentiments).filter(value -> value != 0).toArray();
            double[] indexed = searched.clone();
            double[] chosen = searched.clone();
            Contrast.weighBySearch(searched, positions, positions.length, but);
            Contrast.weighByIndex(indexed, positions, positions.length, but);
            Contrast.weigh(chosen, positions, positions.length, but);
            assertThat(searched).as("run %d", run).containsExactly(expected);
            assertThat(indexed).as("run %d", run).containsExactly(expected);
            assertThat(chosen).as("run %d", run).containsExactly(expected);
        }
    }

    private static double[] weighedByTheRule(double[] sentiments, int but) {
        List<Double> weighed = new ArrayList<>(Arrays.stream(sentiments).boxed().toList());
        for (int i = 0; i < weighed.size(); i++) {
            int first = weighed.indexOf(weighed.get(i));
            if (first != but) {
                weighed.set(first, weighed.get(first) * (first < but ? 0.5 : 1.5));
            }
        }
        return weighed.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
