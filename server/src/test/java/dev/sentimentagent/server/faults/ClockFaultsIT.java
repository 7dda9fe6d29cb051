package dev.sentimentagent.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of the service's machine is wrong for a while; Reddit's is right all the time. */
class ClockFaultsIT extends FaultFixture {
    private final Wrong clock = new Wrong();

    /** The right time, and an error on top of it. */
    private final class Wrong implements TimeSource {
        private volatile Duration error = Duration.ZERO;

        @Override
        public Instant instant() {
            return time.instant().plus(error);
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            time.sleep(duration);
        }

        @Override
        public Duration toReal(Duration duration) {
            return time.toReal(duration);
        }
    }

    @Override
    TimeSource serviceTime() {
        return clock;
    }

    /** Minutes by which the clock is wrong, from cycle to cycle; each cycle is as whole as with a clock that is right. */
    @ParameterizedTest
    @ValueSource(strings = {"0 60 0 0", "0 -60 0 0", "0 60 -60 0", "60 0 0 0", "-60 0 0 0"})
    void aClockThatJumpsCostsNothing(String minutes) {
        List<String> ids = new ArrayList<>();
        List<Integer> errors = Arrays.stream(minutes.split(" ")).map(Integer::valueOf).toList();
        for (int error : errors) {
            clock.error = Duration.ofMinutes(error);
            var before = stored();
            CycleReport cycle = collectWhole();
            ids.add(cycle.id());
            assertThat(stored()).containsAll(shown("Cursor", "kiroIDE"));
            assertThat(cycle.count("stored")).isEqualTo(stored().stream().filter(name -> !before.contains(name)).count());
            assertHealth(200, "healthy", ids.size(), 0);
            later(Duration.ofMinutes(30));
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(json("/api/v1/gaps?hours=2160").get("count").asInt()).isZero();
        assertThat(json("/api/v1/posts/recent?hours=2160&limit=1000").size()).isPositive();
    }
}
