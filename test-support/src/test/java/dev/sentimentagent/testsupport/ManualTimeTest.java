package dev.sentimentagent.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualTimeTest {
    private final ManualTime time = new ManualTime();

    @Test
    void waitingMovesIt() throws InterruptedException {
        time.sleep(Duration.ofMinutes(3));
        time.sleep(Duration.ZERO);
        time.advance(Duration.ofMinutes(-1));

        assertThat(time.instant()).isEqualTo(ManualTime.START.plusSeconds(120));
        assertThat(time.sleeps()).containsExactly(Duration.ofMinutes(3));
        assertThat(time.slept()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void eachWaitHasItsEvent() throws InterruptedException {
        List<Object> seen = new ArrayList<>();
        time.meanwhile(() -> seen.add(time.instant()));
        time.meanwhile(() -> {
            throw new InterruptedException("woken");
        });

        time.sleep(Duration.ofSeconds(1));
        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(1))).isInstanceOf(InterruptedException.class).hasMessage("woken");
        time.sleep(Duration.ofSeconds(1));
        assertThat(seen).containsExactly(ManualTime.START.plusSeconds(1));
    }

    @Test
    void anInterruptedThreadDoesNotWait() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(1))).isInstanceOf(InterruptedException.class);
        assertThat(time.sleeps()).isEmpty();
    }
}
