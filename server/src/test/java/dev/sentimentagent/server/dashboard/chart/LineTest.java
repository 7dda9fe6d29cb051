package dev.sentimentagent.server.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.server.figures.Mean;
import dev.sentimentagent.server.figures.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final Window HOUR = Window.ending(Instant.EPOCH, Duration.ofHours(1));
    private static final Scale Y = new Scale(-1, 1, 100, 0);
    private static final double[] X = {0, 10, 20, 30};

    private static Step step(int items, boolean partial) {
        Tally tally = new Tally(items, 0, 0, 0, 0);
        return new Step(HOUR, tally, new Mean(0, items, 0.1, -0.2, 0.2, 1, 9), true, partial);
    }

    @Test
    void stepsThatTheWindowCutsAreDrawnApart() {
        Line line = Line.of(List.of(step(50, true), step(90, false), step(90, false), step(50, true)), X, Y, "");

        assertThat(line.path()).isEqualTo("M10 50L20 50");
        assertThat(line.edges()).isEqualTo("M0 50L10 50M20 50L30 50");
        assertThat(line.band()).isEqualTo("M10 40L20 40L20 60L10 60Z");
        assertThat(line.endX()).isEqualTo(30);
    }

    @Test
    void aCutStepWithTooFewItemsIsNotDrawn() {
        Line line = Line.of(List.of(step(29, true), step(90, false), step(90, false), step(29, true)), X, Y, "");

        assertThat(line.edges()).isEmpty();
        assertThat(line.endX()).isEqualTo(20);
    }

    @Test
    void anHourOfADayIsNotDrawnHoweverMuchWasSaid() {
        Step hour = step(500, true);
        Step day = new Step(Window.ending(Instant.EPOCH, Duration.ofDays(1)), hour.tally(), hour.mean(), true, false);
        Line line = Line.of(List.of(day, day, hour), X, Y, "");

        assertThat(line.path()).isEqualTo("M0 50L10 50");
        assertThat(line.edges()).isEmpty();
    }

    @Test
    void noLineJoinsWhatOtherMethodsHaveScored() {
        Step step = step(9, false);
        Step apart = new Step(step.window(), step.tally(), step.mean(), true, false, true);
        Line line = Line.of(List.of(step, step, apart, step), X, Y, "");

        assertThat(line.path()).isEqualTo("M0 50L10 50M20 50L30 50");
        assertThat(line.band()).isEqualTo("M0 40L10 40L10 60L0 60ZM20 40L30 40L30 60L20 60Z");
        assertThat(line.endX()).isEqualTo(30);
    }

    @Test
    void noLineGoesThroughWhatIsUnknown() {
        Line line = Line.of(List.of(step(10, false), step(0, false), step(10, false), step(10, false)), X, Y, "");

        assertThat(line.path()).isEqualTo("M0 50M20 50L30 50");
        assertThat(line.dots()).hasSize(1);
        assertThat(line.edges()).isEmpty();
    }

    @Test
    void ofTooFewItemsAltogetherThereIsNoLine() {
        Line line = Line.of(List.of(step(9, false), step(9, false), step(0, false), step(9, false)), X, Y, "-0.10");

        assertThat(line).extracting(Line::path, Line::edges, Line::band, Line::label).containsExactly("", "", "", "");
        assertThat(line.dots()).isEmpty();
    }
}
