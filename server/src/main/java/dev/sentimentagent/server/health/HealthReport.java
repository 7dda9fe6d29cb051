package dev.sentimentagent.server.health;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The body of {@code GET /health}; its components are the contract's fields. */
public record HealthReport(Status status, List<String> reasons, Instant timestamp, ProcessState process, ApplicationState application,
        DatabaseState database) {
    /** Unhealthy answers with 503, the others with 200. */
    public enum Status {
        HEALTHY, DEGRADED, UNHEALTHY;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record ProcessState(double uptimeSeconds, double memoryMb, double cpuPercent, long pid) {}

    /** @param role of this instance among those that share the store: {@code collector}, {@code standby}; {@code reader} if it cannot collect */
    public record ApplicationState(
            @Nullable Instant lastCollectionAt, long collectionsSucceeded, long collectionsFailed, @Nullable Double dataFreshnessMinutes,
            String role) {}

    public record DatabaseState(boolean connected, double latencyMs, String backend) {}
}
