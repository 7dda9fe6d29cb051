package dev.sentimentagent.server.settings;

import dev.sentimentagent.model.store.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where data is kept, and for how long.
 *
 * @param startupLoad how much is warmed after start
 * @param retention age at which items are deleted; empty: never
 * @param lease how long the right to collect lasts without a renewal, where several instances share the store
 */
public record StoreSettings(StoreAddress address, RetryPolicy retries, Duration startupLoad, Optional<Duration> retention,
        Duration lease) {
    private static final int MAX_RETENTION_DAYS = 3650;

    static StoreSettings read(SettingsReader in, Path home) {
        int days = in.integer("DATA_RETENTION_DAYS", 90, 0, MAX_RETENTION_DAYS);
        return new StoreSettings(
                StoreAddress.parse(in.text("STORE_URL", "sqlite:data/sentimentagent.db"), in.text("STORE_PASSWORD"), home),
                new RetryPolicy(
                        in.integer("DB_RETRY_MAX_ATTEMPTS", 3, 1, 20),
                        Duration.ofMillis(Math.round(in.number("DB_RETRY_BASE_DELAY", 1, 0, 60) * 1000))),
                Duration.ofHours(in.integer("STARTUP_LOAD_HOURS", 24, 0, 2160)),
                days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days)),
                Duration.ofMillis(Math.round(in.number("COLLECTOR_LEASE_SECONDS", 30, 1, 45) * 1000)));
    }
}
