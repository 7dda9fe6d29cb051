package dev.sentimentagent.store.memory;

import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.LeaseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

record MemoryLeaseStore(MemoryStore store) implements LeaseStore {
    private static final String NOBODY = "";

    @Override
    public Optional<Lease> acquire(String name, String holder, Instant now, Duration duration) {
        if (holder.isEmpty()) {
            throw new IllegalArgumentException("a lease needs a holder");
        }
        return store.call(() -> {
            Lease held = store.data().leases.getOrDefault(name, new Lease(name, NOBODY, 0, Instant.EPOCH));
            boolean same = held.holder().equals(holder);
            if (!same && held.until().isAfter(now)) {
                return Optional.empty();
            }
            return Optional.of(put(new Lease(name, holder, same ? held.token() : held.token() + 1, now.plus(duration))));
        });
    }

    @Override
    public Optional<Lease> renew(Lease lease, Instant now, Duration duration) {
        return store.call(() -> store.data().isHeld(lease)
                ? Optional.of(put(new Lease(lease.name(), lease.holder(), lease.token(), now.plus(duration))))
                : Optional.empty());
    }

    @Override
    public Optional<Lease> find(String name) {
        return store.call(() -> Optional.ofNullable(store.data().leases.get(name)).filter(lease -> !lease.holder().equals(NOBODY)));
    }

    @Override
    public void release(Lease lease) {
        store.call(() -> store.data().isHeld(lease) && put(new Lease(lease.name(), NOBODY, lease.token() + 1, Instant.EPOCH)) != null);
    }

    private Lease put(Lease lease) {
        store.data().leases.put(lease.name(), lease);
        return lease;
    }
}
