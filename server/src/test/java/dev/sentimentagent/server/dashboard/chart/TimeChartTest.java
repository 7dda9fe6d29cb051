package dev.sentimentagent.server.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.server.statistics.Granularity;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.figures.Figures;
import dev.sentimentagent.server.figures.Mean;
import dev.sentimentagent.server.figures.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeChartTest {
    /** As wide as "28 Oct" with room around it. */
    private static final double LABEL = 48;

    @ParameterizedTest
    @ValueSource(ints = {24, 49, 3 * 24, 7 * 24, 12 * 24, 30 * 24, 61 * 24, 90 * 24})
    void timesBelowAChartDoNotTouch(int hours) {
        Window window = Window.ending(Instant.parse("2026-11-01T12:17:00Z"), Duration.ofHours(hours));
        Granularity granularity = Figures.granularity(window);
        long length = granularity.length().toSeconds();
        List<Step> steps = LongStream.rangeClosed(window.start().getEpochSecond() / length, window.end().getEpochSecond() / length)
                .mapToObj(n -> new Step(new Window(Instant.ofEpochSecond(n * length), Instant.ofEpochSecond((n + 1) * length)),
                        new Tally(50, 0, 0, 0, 0), new Mean(0, 50, 0.1, -0.2, 0.2, 1, 9), true, false))
                .toList();
        for (String label : List.of("+0.12", "Amazon Q Developer")) {
            List<TimeChart.Series> lines = List.of(new TimeChart.Series(label, steps));
            for (TimeChart chart : List.of(TimeChart.wide(lines, window, granularity, false, List.of()),
                    TimeChart.narrow(lines, window, granularity, false, List.of()))) {
                List<Tick> times = chart.times();
                assertThat(times).as(label).isNotEmpty();
                assertThat(IntStream.range(1, times.size())).as(times.toString())
                        .allMatch(i -> times.get(i).at() - times.get(i - 1).at() >= LABEL);
            }
        }
    }
}
