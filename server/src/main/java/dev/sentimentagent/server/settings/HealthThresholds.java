package dev.sentimentagent.server.settings;

import java.time.Duration;

/**
 * When the service counts as degraded, and when as unhealthy.
 *
 * @param degradedFailureShare share of failed cycles since start, 0 to 1
 * @param storePatience a store that has given no sign of life for this long counts as unreachable
 */
public record HealthThresholds(
        Duration degradedFreshness, Duration unhealthyFreshness, long degradedRssBytes, long unhealthyRssBytes,
        double degradedFailureShare, Duration storePatience) {
    private static final long MIB = 1 << 20;

    static HealthThresholds read(SettingsReader in) {
        int fresh = in.integer("HEALTH_FRESHNESS_DEGRADED_MINUTES", 45, 1, 100_000);
        int stale = in.integer("HEALTH_FRESHNESS_UNHEALTHY_MINUTES", 120, 1, 100_000);
        int much = in.integer("HEALTH_MEMORY_DEGRADED_MB", 450, 1, 1_000_000);
        int tooMuch = in.integer("HEALTH_MEMORY_UNHEALTHY_MB", 500, 1, 1_000_000);
        double failed = in.number("HEALTH_FAILURE_SHARE_DEGRADED", 0.1, 0, 1);
        double silent = in.number("HEALTH_STORE_PATIENCE_SECONDS", 10, 0.1, 3600);
        if (fresh > stale) {
            throw new SettingsException("HEALTH_FRESHNESS_DEGRADED_MINUTES must not exceed HEALTH_FRESHNESS_UNHEALTHY_MINUTES");
        }
        if (much > tooMuch) {
            throw new SettingsException("HEALTH_MEMORY_DEGRADED_MB must not exceed HEALTH_MEMORY_UNHEALTHY_MB");
        }
        return new HealthThresholds(
                Duration.ofMinutes(fresh),
                Duration.ofMinutes(stale),
                much * MIB,
                tooMuch * MIB,
                failed,
                Duration.ofMillis(Math.round(silent * 1000)));
    }
}
