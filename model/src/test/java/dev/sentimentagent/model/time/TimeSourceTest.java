package dev.sentimentagent.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSourceTest {
    private static final Instant START = Instant.parse("2025-07-01T00:00:00Z");
    private static final Instant ANCHOR = Instant.parse("2026-01-15T10:00:00Z");

    private static final class SettableClock implements InstantSource {
        private Instant now = ANCHOR;

        @Override
        public Instant instant() {
            return now;
        }

        void advance(Duration duration) {
            now = now.plus(duration);
        }
    }

    private final SettableClock machine = new SettableClock();

    private ScaledTimeSource scaled(double factor) {
        return new ScaledTimeSource(machine, START, ANCHOR, factor);
    }

    @Test
    void beginsAtItsStart() {
        assertThat(scaled(60).instant()).isEqualTo(START);
    }

    @ParameterizedTest(name = "{1} at {0}× is {2}")
    @CsvSource({"60, PT1S, PT1M", "1, PT1H, PT1H", "0.5, PT10S, PT5S", "3600, PT0.25S, PT15M", "60, PT-1S, PT-1M"})
    void runsAtItsSpeed(double factor, Duration real, Duration shown) {
        TimeSource time = scaled(factor);
        machine.advance(real);
        assertThat(time.instant()).isEqualTo(START.plus(shown));
    }

    @Test
    void showsWholeMilliseconds() {
        machine.advance(Duration.ofNanos(123_456_789));
        assertThat(scaled(1).instant()).isEqualTo(START.plusMillis(123));
    }

    @Test
    void twoOfTheSameParametersAgree() {
        TimeSource one = scaled(60);
        machine.advance(Duration.ofMinutes(7));
        TimeSource other = scaled(60);
        assertThat(one.instant()).isEqualTo(other.instant());
        machine.advance(Duration.ofMillis(333));
        assertThat(one.instant()).isEqualTo(other.instant()).isEqualTo(START.plus(Duration.ofMillis((420_000 + 333) * 60)));
    }

    @ParameterizedTest(name = "{1} at {0}× lasts {2}")
    @CsvSource({"60, PT1M, PT1S", "1, PT30M, PT30M", "0.5, PT5S, PT10S", "60, PT0S, PT0S", "60, PT-5S, PT0S"})
    void toRealIsWhatTheMachineTakes(double factor, Duration shown, Duration real) {
        assertThat(scaled(factor).toReal(shown)).isEqualTo(real);
    }

    @Test
    void sleepOfNothingReturnsAtOnce() throws InterruptedException {
        scaled(1e-9).sleep(Duration.ZERO);
        scaled(1e-9).sleep(Duration.ofDays(-1));
    }

    @Test
    void sleepLastsAsLongAsItsClockSays() throws InterruptedException {
        long before = System.nanoTime();
        TimeSource.scaled(START, Instant.now(), 3600).sleep(Duration.ofMinutes(1));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofMillis(16), Duration.ofSeconds(30));
    }

    @Test
    void systemTimeIsTheMachines() {
        TimeSource system = TimeSource.system();
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant shown = system.instant();
        assertThat(shown).isBetween(before, Instant.now());
        assertThat(system.toReal(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesASpeedThatIsNone(double factor) {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeSource.scaled(START, ANCHOR, factor));
    }
}
