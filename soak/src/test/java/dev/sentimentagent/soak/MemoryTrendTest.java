package dev.sentimentagent.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTrendTest {
    private static final int FACTOR = 1_000;

    private final List<ProcessSample> samples = new ArrayList<>();
    private int hour;

    /** A process of so many simulated hours, whose resident set grows in a straight line once it is warm. */
    private void process(int number, int hours, double level, double growth) {
        for (int i = 0; i < hours; i++) {
            boolean warm = i >= MemoryTrend.WARM_UP.toHours();
            double rss = warm ? level + growth * i : level / 2;
            samples.add(
                    new ProcessSample(number, SoakSettings.START.plus(Duration.ofHours(hour)), Duration.ofHours(hour).dividedBy(FACTOR),
                            rss,
                            10, 10, 1));
            hour++;
        }
    }

    @Test
    void growthIsFoundAcrossRestartsAndTheWarmUpLeftOut() {
        process(1, 100, 200, 0.25);
        process(2, 300, 150, 0.25);
        MemoryTrend trend = new MemoryTrend(samples);
        assertThat(trend.perSimulatedHour()).hasValueCloseTo(0.25, within(1e-6));
        assertThat(trend.perRealHour()).hasValueCloseTo(0.25 * FACTOR, within(1e-3));
    }

    @Test
    void aRestartIsNotTakenForADecline() {
        process(1, 100, 300, 0);
        process(2, 100, 100, 0);
        assertThat(new MemoryTrend(samples).perSimulatedHour()).hasValueCloseTo(0.0, within(1e-6));
    }

    @Test
    void aProcessThatNeverWarmedUpSaysNothing() {
        process(1, 20, 100, 5);
        assertThat(new MemoryTrend(samples).perSimulatedHour()).isEmpty();
    }
}
