package dev.sentimentagent.server.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals hold the truth as often as they say, and no change is seen where there is none. */
class CoverageTest {
    private static final int DRAWS = 2000;
    private static final double TRUTH = 0.1;

    @ParameterizedTest
    @CsvSource({"30,0.1", "30,0.3", "100,0.05", "100,0.1", "100,0.3", "300,0.2"})
    void theIntervalHoldsTheTruthIn93To97OfAHundredSamplesOfThreads(int threads, double correlation) {
        SimulatedThreads simulated = new SimulatedThreads(17, TRUTH, correlation);
        int[] held = new int[4];
        for (int draw = 0; draw < DRAWS; draw++) {
            Side side = simulated.draw(threads);
            Side other = simulated.draw(threads);
            held[0] += holds(side.mean(), TRUTH) ? 1 : 0;
            held[1] += side.positive().low() <= simulated.positive() && simulated.positive() <= side.positive().high() ? 1 : 0;
            held[2] += holds(side.meanChange(other)) ? 1 : 0;
            held[3] += holds(side.positiveChange(other)) ? 1 : 0;
        }
        for (int count : held) {
            assertThat((double) count / DRAWS).isBetween(0.93, 0.97);
        }
    }

    @Test
    void withoutTheDesignEffectItWouldHoldItFarTooSeldom() {
        SimulatedThreads simulated = new SimulatedThreads(17, TRUTH, 0.1);

        assertThat(share(() -> holds(Estimates.mean(simulated.draw(100).tally(), Clustering.NONE), TRUTH))).isLessThan(0.88);
    }

    @ParameterizedTest
    @CsvSource({"30,0.99", "300,0.97"})
    void whereThreadsDoNotEchoTheIntervalIsHardlyWider(int threads, double most) {
        SimulatedThreads simulated = new SimulatedThreads(17, TRUTH, 0);

        assertThat(share(() -> holds(simulated.draw(threads).mean(), TRUTH))).isBetween(0.93, most);
    }

    @Test
    void oneHotThreadIsNoChange() {
        SimulatedThreads simulated = new SimulatedThreads(5, TRUTH, 0.1);
        Side before = simulated.draw(100);
        ClusterSums sums = new ClusterSums();
        Tally tally = Tally.ZERO;
        for (int item = 0; item < 600; item++) {
            // 100 threads as ever, and one with 300 comments that all complain.
            boolean hot = item >= 300;
            int compound = hot ? -3000 + item * 3 : 1000 + (item % 7 - 3) * 900;
            sums.add(hot ? 1000 : item / 3, Integer.signum(compound), compound);
            tally = tally.plus(Tally.of(HourVoices.sentiment(Integer.signum(compound)), compound));
        }
        Side after = new Side(tally, Counting.clustering(tally, sums), 1);

        assertThat(after.mean().value()).isLessThan(before.mean().value() - 0.1);
        assertThat(before.meanChange(after).verdict()).isEqualTo(Verdict.WITHIN_NOISE);
        assertThat(before.meanChange(new Side(tally, Clustering.NONE, 1)).verdict()).isEqualTo(Verdict.FALL);
    }

    @Test
    void inAThousandTablesWithoutAChangeHardlyOneIsSeen() {
        SimulatedThreads simulated = new SimulatedThreads(23, TRUTH, 0.1);
        int tables = 1000;
        int wrong = 0;
        int byThemselves = 0;
        for (int table = 0; table < tables; table++) {
            List<Change> rows = IntStream.range(0, 34).mapToObj(_ -> simulated.draw(15).meanChange(simulated.draw(15))).toList();
            wrong += FalseDiscovery.control(rows).stream().anyMatch(row -> row.verdict().significant()) ? 1 : 0;
            byThemselves += rows.stream().anyMatch(row -> row.verdict().significant()) ? 1 : 0;
        }
        // Without any true change each that is seen is false, so the promise is 5 in 100 tables; 50 of 1000 come as 36 to 64.
        assertThat((double) wrong / tables).isLessThanOrEqualTo(0.06);
        assertThat((double) byThemselves / tables).isGreaterThan(0.5);
    }

    @Test
    void aTrueChangeIsSeenAmongManyThatAreNone() {
        SimulatedThreads simulated = new SimulatedThreads(29, TRUTH, 0.1);
        SimulatedThreads fallen = new SimulatedThreads(31, TRUTH - 0.15, 0.1);
        int seen = 0;
        for (int table = 0; table < 50; table++) {
            List<Change> rows = new ArrayList<>();
            rows.add(simulated.draw(60).meanChange(fallen.draw(60)));
            IntStream.range(0, 33).forEach(_ -> rows.add(simulated.draw(20).meanChange(simulated.draw(20))));
            seen += FalseDiscovery.control(rows).getFirst().verdict() == Verdict.FALL ? 1 : 0;
        }
        assertThat(seen).isGreaterThan(45);
    }

    private static double share(BooleanSupplier draw) {
        return (double) IntStream.range(0, DRAWS).filter(_ -> draw.getAsBoolean()).count() / DRAWS;
    }

    private static boolean holds(Mean mean, double truth) {
        return mean.low() <= truth && truth <= mean.high();
    }

    private static boolean holds(Change change) {
        return change.low() <= 0 && 0 <= change.high();
    }
}
