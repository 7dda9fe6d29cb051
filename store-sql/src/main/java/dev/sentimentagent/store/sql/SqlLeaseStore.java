package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.LeaseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

record SqlLeaseStore(Access calls) implements LeaseStore {
    @Override
    public Optional<Lease> acquire(String name, String holder, Instant now, Duration duration) {
        return calls.write(new AcquireLease(name, holder, now, now.plus(duration)));
    }

    @Override
    public Optional<Lease> renew(Lease lease, Instant now, Duration duration) {
        return calls.write(new RenewLease(lease, now.plus(duration)));
    }

    @Override
    public Optional<Lease> find(String name) {
        return calls.read(new SelectLease(name));
    }

    @Override
    public void release(Lease lease) {
        calls.write(new ReleaseLease(lease));
    }
}
