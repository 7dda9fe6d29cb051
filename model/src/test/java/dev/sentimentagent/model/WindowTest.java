package dev.sentimentagent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Instant START = Instant.parse("2026-01-15T00:00:00Z");
    private static final Instant END = Instant.parse("2026-01-16T00:00:00Z");

    @Test
    void startBelongsToItAndEndDoesNot() {
        Window window = new Window(START, END);

        assertThat(window.contains(START)).isTrue();
        assertThat(window.contains(END.minusNanos(1))).isTrue();
        assertThat(window.contains(END)).isFalse();
        assertThat(window.contains(START.minusNanos(1))).isFalse();
    }

    @Test
    void neighboursShareNoInstant() {
        Instant middle = START.plusSeconds(60);
        assertThat(new Window(START, middle).contains(middle)).isNotEqualTo(new Window(middle, END).contains(middle));
    }

    @Test
    void endsWhereItIsToldTo() {
        assertThat(Window.ending(END, Duration.ofDays(1))).isEqualTo(new Window(START, END));
        assertThat(new Window(START, END).length()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void anEmptyOneContainsNothing() {
        assertThat(new Window(START, START).contains(START)).isFalse();
    }

    @Test
    void refusesToStartAfterItsEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(END, END.minusNanos(1))).withMessageContaining(END.toString());
    }
}
