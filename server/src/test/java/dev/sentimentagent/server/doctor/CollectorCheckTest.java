package dev.sentimentagent.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.server.doctor.Finding.Level;
import dev.sentimentagent.server.lease.CollectorLease;
import dev.sentimentagent.store.memory.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class CollectorCheckTest {
    private static final Instant T0 = Instant.parse("2026-03-01T12:00:00Z");

    private final MemoryStore store = new MemoryStore();

    @Test
    void itsHolderIsNamedUntilItsTimeIsOver() {
        store.leases().acquire(CollectorLease.NAME, "machine/7/abc", T0, Duration.ofSeconds(30));
        Finding held = at(T0.plusSeconds(10));
        assertThat(held.level()).isEqualTo(Level.OK);
        assertThat(held.says()).isEqualTo("machine/7/abc collects, for another 20 s unless it renews that");
        assertThat(at(T0.plusSeconds(30)).says()).isEqualTo("no instance collects");
    }

    @Test
    void nobodyCollectsBeforeTheFirstStart() {
        Finding nobody = at(T0);
        assertThat(nobody.level()).isEqualTo(Level.WARN);
        assertThat(nobody.todo()).startsWith("start one");
    }

    private Finding at(Instant now) {
        return new CollectorCheck(store, InstantSource.fixed(now)).look();
    }
}
