package dev.sentimentagent.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskedBeforeTest {
    @Test
    void theSecondTimeIsKnown() {
        AskedBefore asked = new AskedBefore(Duration.ofHours(1));
        assertThat(asked.note("a")).isFalse();
        assertThat(asked.note("a")).isTrue();
        assertThat(asked.note("b")).isFalse();
    }

    @Test
    void fewOfManyKeysAreTakenForAnother() {
        AskedBefore asked = new AskedBefore(Duration.ofHours(1));
        assertThat(IntStream.range(0, 20_000).filter(i -> asked.note("key " + i)).count()).isLessThan(20);
        assertThat(IntStream.range(19_000, 20_000).filter(i -> asked.note("key " + i)).count()).isGreaterThan(900);
    }

    @Test
    void afterTheShortWhileItIsForgotten() {
        AskedBefore asked = new AskedBefore(Duration.ZERO);
        assertThat(asked.note("a")).isFalse();
        long start = System.nanoTime();
        while (System.nanoTime() - start < 3_000_000) {
            Thread.onSpinWait();
        }
        assertThat(asked.note("a")).isFalse();
    }
}
