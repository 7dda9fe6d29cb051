package dev.sentimentagent.server.doctor;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.lease.CollectorLease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Which of the instances that share a store collects.
 *
 * @param machine the machine's clock, by which leases end
 */
record CollectorCheck(Store store, InstantSource machine) {
    private static final String NAME = "collector";

    Finding look() {
        Instant now = machine.instant();
        return store.leases()
                .find(CollectorLease.NAME)
                .filter(lease -> lease.until().isAfter(now))
                .map(lease -> Finding.ok(NAME, "%s collects, for another %d s unless it renews that".formatted(lease.holder(),
                        Duration.between(now, lease.until()).toSeconds())))
                .orElseGet(() -> Finding.warn(NAME, "no instance collects",
                        "start one; if some run, compare the clocks of their machines with this one's (date -u)"));
    }
}
