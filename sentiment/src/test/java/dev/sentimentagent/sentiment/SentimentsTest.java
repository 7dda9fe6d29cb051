package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Both ways of weighing against the rule as it is stated: look each sentiment up by its value and weigh the first that is equal. */
class SentimentsTest {
    /** Halves, doubles and equal values abound, so that sentiments are taken for one another. */
    private static final double[] VALUES = {0, 0, 0.4, 0.8, 1.6, 3.2, -1.5, -2.25, -0.75, 1.9};

    private final Sentiments used = new Sentiments();

    @Test
    void bothWaysWeighAsTheRuleSays() {
        Random random = new Random(7);
        for (int run = 0; run < 5_000; run++) {
            int size = 1 + random.nextInt(120);
            double[] sentiments = IntStream.range(0, size).mapToDouble(i -> VALUES[random.nextInt(VALUES.length)]).toArray();
            int but = random.nextInt(size);
            sentiments[but] = 0;
            double[] expected = Arrays.stream(weighedByTheRule(sentiments, but)).filter(value -> value != 0).toArray();

            assertThat(weighed(sentiments, all -> all.weighBySearch(but))).as("run %d", run).containsExactly(expected);
            assertThat(weighed(sentiments, all -> all.weighByIndex(but))).as("run %d", run).containsExactly(expected);
            assertThat(weighed(sentiments, all -> all.weigh(but))).as("run %d", run).containsExactly(expected);
        }
    }

    /** What is left of one text must not show in the next: all runs use the same object. */
    private double[] weighed(double[] sentiments, Consumer<Sentiments> weighing) {
        used.clear();
        for (int i = 0; i < sentiments.length; i++) {
            if (sentiments[i] != 0) {
                used.add(sentiments[i], i);
            }
        }
        weighing.accept(used);
        return IntStream.range(0, used.size()).mapToDouble(used::value).toArray();
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
