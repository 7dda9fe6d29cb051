package dev.sentimentagent.model.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leases: at most one holder of each name, also among several processes whose clocks agree to within a fraction of the duration. Thread-safe;
 * every method throws {@link StoreException}.
 */
public interface LeaseStore {
    /**
     * Takes the lease if nobody has it, if its time is over, or if this holder has it already, whose token it then keeps.
     *
     * @param holder not empty
     * @return empty if another holds it
     */
    Optional<Lease> acquire(String name, String holder, Instant now, Duration duration);

    /** Holds the lease for longer; also one whose time is over, as long as nobody else has taken it. Empty if somebody has, or if it was released. */
    Optional<Lease> renew(Lease lease, Instant now, Duration duration);

    /** Who has it, or had it last: its time may be over. Empty if it was released, or never taken. */
    Optional<Lease> find(String name);

    /** Gives the lease up at once; nothing happens if another has taken it. */
    void release(Lease lease);
}
