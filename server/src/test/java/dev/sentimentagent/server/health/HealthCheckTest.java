package dev.sentimentagent.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
    private static final Instant START = Instant.parse("2026-01-15T10:00:00Z");

    private final ManualTime time = new ManualTime(START);
    private Optional<Instant> lastSuccess = Optional.of(START);
    private @Nullable String storeFailure;
    private HealthCheck.Cycles cycles = new HealthCheck.Cycles(1, 0, 0, Optional.empty(), true);
    private long rss = 100L << 20;

    private final HealthCheck check = new HealthCheck(
            Settings.of(Map.of(), Path.of("")).health().thresholds(),
            "sqlite",
            () -> new StoreProbe.State(storeFailure == null, Duration.ofNanos(420_000), lastSuccess, 0, 0, storeFailure),
            () -> cycles,
            () -> rss,
            time);

    @Test
    void healthy() {
        time.advance(Duration.ofMinutes(30));
        HealthReport report = check.report();
        assertThat(report.status()).isEqualTo(HealthReport.Status.HEALTHY);
        assertThat(report.reasons()).isEmpty();
        assertThat(report.application()).isEqualTo(new HealthReport.ApplicationState(START, 1, 0, 30.0, "collector"));
        assertThat(report.database()).isEqualTo(new HealthReport.DatabaseState(true, 0.42, "sqlite"));
        assertThat(report.process().memoryMb()).isEqualTo(100.0);
        assertThat(report.process().pid()).isEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void staleDataDegradesAfter45MinutesAndIsUnhealthyAfter120() {
        time.set(START.plus(Duration.ofMinutes(45)));
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.HEALTHY);
        time.advance(Duration.ofSeconds(1));
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.DEGRADED);
        assertThat(check.report().reasons()).singleElement().asString().contains("45");
        time.set(START.plus(Duration.ofMinutes(120)));
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.DEGRADED);
        time.advance(Duration.ofSeconds(1));
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.UNHEALTHY);
    }

    @Test
    void aServiceThatNeverCollectedIsAsStaleAsItIsOld() {
        lastSuccess = Optional.empty();
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.HEALTHY);
        assertThat(check.report().application().dataFreshnessMinutes()).isNull();
        time.advance(Duration.ofMinutes(121));
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.UNHEALTHY);
    }

    @Test
    void aServiceThatIsNotToCollectIsDegradedHoweverOldItsDataIs() {
        cycles = HealthCheck.Cycles.NONE;
        time.advance(Duration.ofDays(3));
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.DEGRADED);
        assertThat(check.report().reasons()).singleElement().asString().contains("REDDIT_CLIENT_ID");
    }

    @Test
    void whoStandsByIsNotBlamedForCyclesThatAnotherHasMadeGood() {
        cycles = new HealthCheck.Cycles(0, 1, 2, Optional.empty(), true, true);
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.HEALTHY);
        cycles = new HealthCheck.Cycles(0, 1, 2, Optional.empty(), true, false);
        assertThat(check.report().reasons()).hasSize(2);
    }

    @Test
    void memory() {
        rss = (450L << 20) + 1;
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.DEGRADED);
        rss = (500L << 20) + 1;
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.UNHEALTHY);
    }

    @Test
    void moreThanATenthOfTheCyclesFailedIsDegradedNeverUnhealthy() {
        cycles = new HealthCheck.Cycles(9, 1, 0, Optional.empty(), true);
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.HEALTHY);
        cycles = new HealthCheck.Cycles(8, 1, 0, Optional.empty(), true);
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.DEGRADED);
        cycles = new HealthCheck.Cycles(0, 5, 0, Optional.empty(), true);
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.DEGRADED);
    }

    @Test
    void aCycleThatCouldNotStoreAllIsDegradedThoughItCountsAsSucceeded() {
        cycles = new HealthCheck.Cycles(100, 0, 2, Optional.empty(), true);
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.DEGRADED);
        assertThat(check.report().reasons()).singleElement().asString().contains("could not store all", "2 error(s)");
    }

    @Test
    void refusedCredentialsAreCalledThat() {
        cycles = new HealthCheck.Cycles(0, 1, 0, Optional.of("new: 401 when a token was asked for"), true);
        assertThat(check.report().status()).isEqualTo(HealthReport.Status.DEGRADED);
        assertThat(check.report().reasons()).first()
                .asString()
                .isEqualTo(
                        "Reddit refuses the credentials (new: 401 when a token was asked for): correct REDDIT_CLIENT_ID and"
                                + " REDDIT_CLIENT_SECRET, restart");
    }

    @Test
    void anUnreachableStoreIsUnhealthyAndAllReasonsAreGiven() {
        storeFailure = "disk on fire";
        cycles = new HealthCheck.Cycles(0, 5, 0, Optional.empty(), true);
        HealthReport report = check.report();
        assertThat(report.status()).isEqualTo(HealthReport.Status.UNHEALTHY);
        assertThat(report.reasons()).hasSize(2).first().asString().contains("disk on fire");
        assertThat(report.database().connected()).isFalse();
    }

    @Test
    void theProcessIsMeasured() {
        assertThat(ProcessFigures.rssBytes()).isBetween(10L << 20, 4L << 30);
        assertThat(new ProcessFigures().cpuPercent()).isGreaterThanOrEqualTo(0);
    }
}
