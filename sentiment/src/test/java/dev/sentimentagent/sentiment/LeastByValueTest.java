package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against a search through all indexes. */
class LeastByValueTest {
    private static final int INDEXES = 2_000;

    @Test
    void givesTheLeastIndexOfAValue() {
        Random random = new Random(5);
        LeastByValue least = new LeastByValue();
        // Few values with many indexes each, then so many that the table must grow, then few again in what it has grown to.
        for (int values : new int[]{3, INDEXES, 20}) {
            least.clear(INDEXES);
            double[] valueOf = new double[INDEXES];
            Arrays.fill(valueOf, Double.NaN);
            for (int index = 0; index < INDEXES; index++) {
                valueOf[index] = random.nextInt(values) / 7.0;
                least.add(valueOf[index], index);
                double value = valueOf[random.nextInt(index + 1)];
                int first = least.removeLeast(value);
                assertThat(first).isEqualTo(IntStream.range(0, INDEXES).filter(i -> valueOf[i] == value).findFirst().orElseThrow());
                valueOf[first] = random.nextInt(values) / 7.0;
                least.add(valueOf[first], first);
            }
        }
    }
}
