package dev.sentimentagent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleTest {
    @Test
    void idIsItsStartInUtc() {
        assertThat(Cycle.idOf(Instant.parse("2026-01-05T03:07:09.999Z"))).isEqualTo("cycle_20260105_030709");
        assertThat(Cycle.idOf(Instant.parse("2026-12-31T23:59:59Z"))).isEqualTo("cycle_20261231_235959");
    }

    @Test
    void aNewOneIsRunning() {
        Instant now = Instant.parse("2026-01-05T03:07:09Z");
        assertThat(Cycle.starting(now, 123)).isEqualTo(
                new Cycle("cycle_20260105_030709", now, null, CycleStatus.RUNNING, List.of(), 0, Duration.ZERO, 123, 0));
    }

    @Test
    void itsCountsAreThoseOfAllSubreddits() {
        Cycle cycle = new Cycle("cycle_20260105_030709", Instant.EPOCH, null, CycleStatus.RUNNING,
                List.of(new SubredditReport("Cursor", new Counts(10, 4, 3, 2, 1), List.of()),
                        new SubredditReport("claude", new Counts(5, 5, 0, 0, 0), List.of())),
                0, Duration.ZERO, 0, 0);
        assertThat(cycle.counts()).isEqualTo(new Counts(15, 9, 3, 2, 1));
        assertThat(Cycle.starting(Instant.EPOCH, 0).counts()).isEqualTo(Counts.ZERO);
    }

    @Test
    void countsAddUpOrNot() {
        assertThat(new Counts(10, 4, 3, 2, 1).addUp()).isTrue();
        assertThat(Counts.ZERO.addUp()).isTrue();
        assertThat(new Counts(11, 4, 3, 2, 1).addUp()).isFalse();
        assertThat(new Counts(10, 4, 3, 2, 0).addUp()).isFalse();
        assertThat(new Counts(10, 4, 3, 2, 1).plus(new Counts(6, 1, 2, 3, 0)).addUp()).isTrue();
    }

    @Test
    void statusIsSpeltLowerCase() {
        assertThat(CycleStatus.values()).extracting(CycleStatus::label)
                .containsExactly("running", "completed", "partial", "failed", "interrupted");
    }
}
