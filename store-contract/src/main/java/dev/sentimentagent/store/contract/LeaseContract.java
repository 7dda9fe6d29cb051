package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.LeaseLostException;
import dev.sentimentagent.model.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One holder at a time, and none that has been replaced can write. */
abstract class LeaseContract extends Contract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    LeaseContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void onlyOneHoldsALeaseUntilItsTimeIsOver() {
        assertThat(acquire("a", T0)).contains(new Lease("collect", "a", 1, T0.plus(MINUTE)));
        assertThat(acquire("b", T0.plusMillis(59_999))).isEmpty();
        assertThat(acquire("b", T0.plus(MINUTE))).contains(new Lease("collect", "b", 2, T0.plus(MINUTE).plus(MINUTE)));
        assertThat(acquire("a", T0.plus(MINUTE))).isEmpty();
    }

    @Test
    void leasesOfOtherNamesAreOtherLeases() {
        acquire("a", T0);

        assertThat(store.leases().acquire("other", "b", T0, MINUTE)).isPresent();
    }

    @Test
    void theSameHolderKeepsItsToken() {
        acquire("a", T0);
        assertThat(acquire("a", T0.plusSeconds(30))).contains(new Lease("collect", "a", 1, T0.plusSeconds(90)));
        assertThat(acquire("a", T0.plusSeconds(900)).orElseThrow().token()).isEqualTo(1);
    }

    @Test
    void aRenewedLeaseLastsLonger() {
        Lease lease = acquire("a", T0).orElseThrow();
        assertThat(store.leases().renew(lease, T0.plusSeconds(59), MINUTE)).contains(new Lease("collect", "a", 1, T0.plusSeconds(119)));
        assertThat(acquire("b", T0.plusSeconds(118))).isEmpty();
        assertThat(store.leases().renew(lease, T0.plusSeconds(500), MINUTE)).as("nobody took it").isPresent();
        assertThat(acquire("b", T0.plusSeconds(560))).isPresent();
        assertThat(store.leases().renew(lease, T0.plusSeconds(561), MINUTE)).isEmpty();
    }

    @Test
    void aReleasedLeaseIsFreeAtOnceAndItsTokenSpent() {
        Lease lease = acquire("a", T0).orElseThrow();
        store.leases().release(lease);
        assertThat(store.leases().renew(lease, T0, MINUTE)).isEmpty();
        Lease next = acquire("b", T0).orElseThrow();
        assertThat(next.token()).isGreaterThan(lease.token());
        store.leases().release(lease);
        assertThat(acquire("a", T0)).as("the former holder cannot release it").isEmpty();
    }

    @Test
    void itsHolderCanBeAskedFor() {
        assertThat(store.leases().find("collect")).isEmpty();
        Lease lease = acquire("a", T0).orElseThrow();
        assertThat(store.leases().find("collect")).contains(lease);
        assertThat(store.leases().find("other")).isEmpty();
        store.leases().release(lease);
        assertThat(store.leases().find("collect")).isEmpty();
    }

    @Test
    void tokensOutliveTheProcess() {
        acquire("a", T0);
        reopen();
        assertThat(acquire("b", T0)).isEmpty();
        assertThat(acquire("b", T0.plus(MINUTE)).orElseThrow().token()).isEqualTo(2);
    }

    @Test
    void underALeaseOneWritesUntilAnotherHasIt() {
        Store held = store.under(acquire("a", T0).orElseThrow());
        held.items().save(Batch.of(List.of(Sample.post("p1").scored())));
        acquire("a", T0.plusSeconds(900));
        held.items().save(Batch.of(List.of(Sample.post("p2").scored())));
        acquire("b", T0.plusSeconds(9000));

        long version = store.dataVersion();
        assertThatThrownBy(() -> held.items().save(Batch.of(List.of(Sample.post("p3").scored())))).isInstanceOf(LeaseLostException.class);
        assertThat(store.items().find("t3_p3")).isEmpty();
        assertThat(store.dataVersion()).isEqualTo(version);
        assertThat(held.items().find("t3_p2")).as("reading goes on").isPresent();
        assertThat(save(Sample.post("p3")).stored()).as("so does writing without it").isEqualTo(1);
    }

    static Stream<Consumer<Store>> writes() {
        return Stream.of(held -> held.items().save(Batch.of(List.of())), held -> held.topics().replace(List.of()),
                held -> held.cycles().open(Cycle.starting(T0, 0)), held -> held.cycles().closeInterrupted(T0),
                held -> held.retention().expire(T0, 1), held -> held.retention().expireRecords(T0, 1),
                held -> held.jobs().take(T0));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void noWriteIsLetThroughUnderALostLease(Consumer<Store> write) {
        Lease lease = acquire("a", T0).orElseThrow();
        Store held = store.under(lease);
        write.accept(held);
        store.leases().release(lease);

        assertThatThrownBy(() -> write.accept(held)).isInstanceOfSatisfying(LeaseLostException.class,
                e -> assertThat(e.isTransient()).isFalse());
    }

    private Optional<Lease> acquire(String holder, Instant now) {
        return store.leases().acquire("collect", holder, now, MINUTE);
    }
}
