package dev.sentimentagent.server.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Parts that add up. */
class DecompositionTest {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e");

    @RepeatedTest(200)
    void thePartsAddUpToTheWholeWhateverTheItems(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Decomposition decomposition = new Decomposition();
        double[] sums = new double[2];
        long[] items = new long[2];
        int kinds = 2 + random.nextInt(30);
        for (int i = 0; i < kinds; i++) {
            Set<String> ids = new HashSet<>();
            IDS.forEach(id -> {
                if (random.nextInt(4) == 0) {
                    ids.add(id);
                }
            });
            int side = i < 2 ? i : random.nextInt(2);
            long count = 1L + random.nextInt(1000);
            double sum = count * (random.nextDouble() * 2 - 1);
            decomposition.add(side == 1, ids, count, sum);
            items[side] += count;
            sums[side] += sum;
        }

        Moved moved = decomposition.moved(id -> id, 1);
        assertThat(moved.difference()).isCloseTo(sums[1] / items[1] - sums[0] / items[0], within(1e-12));
        assertThat(moved.parts().stream().mapToDouble(Moved.Part::total).sum()).isCloseTo(moved.difference(), within(1e-12));
        assertThat(moved.parts().stream().mapToDouble(Moved.Part::weightAfter).sum()).isCloseTo(1, within(1e-12));
        assertThat(moved.parts()).extracting(part -> Math.abs(part.total()))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    /** Before: 60 of a at 0.5, 40 of b at 0. After: 40 of a at 0.5, 60 of b at −0.5, of which 20 speak of a too. */
    @Test
    void anItemOfTwoGroupsCountsByHalves() {
        Decomposition decomposition = new Decomposition();
        decomposition.add(false, Set.of("a"), 60, 30);
        decomposition.add(false, Set.of("b"), 40, 0);
        decomposition.add(true, Set.of("a"), 40, 20);
        decomposition.add(true, Set.of("b"), 40, -20);
        decomposition.add(true, Set.of("a", "b"), 20, -10);

        Moved moved = decomposition.moved(id -> id.toUpperCase(Locale.ROOT), 1);
        assertThat(moved.before()).isCloseTo(0.3, within(1e-12));
        assertThat(moved.after()).isCloseTo(-0.1, within(1e-12));
        Moved.Part b = moved.parts().getFirst();
        assertThat(b.name()).isEqualTo("B");
        assertThat(b.weightAfter()).isCloseTo(0.5, within(1e-12));
        assertThat(b.byTone()).isCloseTo(0.5 * -0.5, within(1e-12));
        assertThat(b.byWeight()).isCloseTo(0.1 * (0 - 0.3), within(1e-12));
        Moved.Part a = moved.parts().getLast();
        assertThat(a.byTone()).isCloseTo(0.5 * (0.3 - 0.5), within(1e-12));
        assertThat(a.byWeight()).isCloseTo(-0.1 * (0.5 - 0.3), within(1e-12));
    }

    @Test
    void whereOneSideIsEmptyNothingMoved() {
        Decomposition decomposition = new Decomposition();
        decomposition.add(true, Set.of(), 10, 5);

        Moved moved = decomposition.moved(id -> id, 1);
        assertThat(moved.parts()).isEmpty();
        assertThat(moved.difference()).isZero();
    }
}
