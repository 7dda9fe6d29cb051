package dev.sentimentagent.store.cosmos;

import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.LeaseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Leases in the head, so that the same guard that lets a write begin checks the lease that it is made under. Waits for no write. */
record CosmosLeaseStore(Access access) implements LeaseStore {
    private static final String NOBODY = "";

    @Override
    public Optional<Lease> acquire(String name, String holder, Instant now, Duration duration) {
        if (holder.isEmpty()) {
            throw new IllegalArgumentException("a lease needs a holder");
        }
        return access.read("lease.acquire", () -> access.heads().update(head -> {
            Lease held = head.leases.getOrDefault(name, new Lease(name, NOBODY, 0, Instant.EPOCH));
            boolean same = held.holder().equals(holder);
            if (!same && held.until().isAfter(now)) {
                return Optional.empty();
            }
            return Optional.of(put(head, new Lease(name, holder, same ? held.token() : held.token() + 1, now.plus(duration))));
        }));
    }

    @Override
    public Optional<Lease> renew(Lease lease, Instant now, Duration duration) {
        return access.read("lease.renew", () -> access.heads().update(head -> head.isHeld(lease)
                ? Optional.of(put(head, new Lease(lease.name(), lease.holder(), lease.token(), now.plus(duration))))
                : Optional.empty()));
    }

    @Override
    public void release(Lease lease) {
        access.read("lease.release", () -> access.heads().update(head -> head.isHeld(lease)
                && put(head, new Lease(lease.name(), NOBODY, lease.token() + 1, Instant.EPOCH)) != null));
    }

    @Override
    public Optional<Lease> find(String name) {
        return access.read("lease.find",
                () -> Optional.ofNullable(access.heads().read().head().leases.get(name)).filter(lease -> !lease.holder().equals(NOBODY)));
    }

    private static Lease put(Head head, Lease lease) {
        head.leases.put(lease.name(), lease);
        return lease;
    }
}
