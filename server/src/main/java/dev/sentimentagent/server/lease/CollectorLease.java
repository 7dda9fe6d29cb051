package dev.sentimentagent.server.lease;

import dev.sentimentagent.model.store.Lease;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.SupersededException;
import dev.sentimentagent.server.collection.Collector;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.job.Rhythm;
import dev.sentimentagent.server.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to do what only one instance on a store may do: collect, compute topics, delete what is old, rescore. Where others can have the
 * store open too, it is a lease in the store: renewed again and again, lost when that fails for as long as it lasts, taken over by whoever
 * asks first after that. What a former holder still writes is refused by the store. Thread-safe.
 */
public final class CollectorLease implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CollectorLease.class);
    /** Of the lease in the store. */
    public static final String NAME = "collector";
    /** Renewals in the time that a lease lasts: some may fail. */
    private static final int RENEWALS = 6;
    /** So many times as long as it lasts a lease must lie free before one who cannot collect takes it, and that one then keeps it. */
    private static final int MODESTY = 4;
    /** The first cycle begins then, as after any start. */
    private static final Duration FIRST_RUN = Duration.ofSeconds(5);

    private final Store store;
    private final boolean shared;
    private final String holder;
    private final boolean collects;
    private final Duration duration;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final List<Job> guarded = new ArrayList<>();
    private final Job job;
    private volatile Runnable onLoss = () -> {};
    /** The last one that was had; writes go under it, and are refused if it is lost. */
    private volatile Lease last;
    private volatile boolean held;
    /** When it is lost if it is not renewed before, by {@link System#nanoTime}. */
    private volatile long endsAt;
    private long takenAt;
    private boolean superseded;

    /** That of an instance with these settings on its store; one whose store is a file has it to itself. */
    public static CollectorLease of(Settings settings, Store store) {
        boolean shared = settings.store().address().file().isEmpty();
        return new CollectorLease(store, shared, shared ? unique() : "", settings.reddit().client().isPresent(), settings.store().lease(),
                InstantSource.system());
    }

    /** What an operator knows the process by, and what tells it from another that had the same number. */
    private static String unique() {
        return host() + "/" + ProcessHandle.current().pid() + "/" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            // Its name is in no list of addresses.
            try {
                return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
            } catch (IOException _) {
                return "unknown";
            }
        }
    }

    /**
     * A lease that is not asked for yet.
     *
     * @param shared whether others can have the store open too; else it is held from the start, and for ever
     * @param holder unique among all processes
     * @param collects whether this instance can collect; one that cannot takes the lease only if nobody else wants it
     * @param duration how long it lasts after a renewal
     * @param clock the machine's; those of all instances must agree to within a fraction of the duration
     */
    private CollectorLease(Store store, boolean shared, String holder, boolean collects, Duration duration, InstantSource clock) {
        this(store, shared, holder, collects, duration, clock, System::nanoTime);
    }

    CollectorLease(Store store, boolean shared, String holder, boolean collects, Duration duration, InstantSource clock,
            LongSupplier nanoTime) {
        this.store = store;
        this.shared = shared;
        this.holder = holder;
        this.collects = collects;
        this.duration = duration;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.last = new Lease(NAME, holder, -1, Instant.EPOCH);
        this.job = new Job("lease", new Rhythm(Duration.ZERO, duration.dividedBy(RENEWALS), false), Duration.ZERO, this::keep,
                e -> log.warn("the lease of the collector could not be asked for or renewed: {}", e.getMessage()));
    }

    /** The store for what is done under the lease: reads as ever, refuses what is written without it. */
    public Store store() {
        return shared ? store.under(() -> last) : store;
    }

    /** Runs the job only while the lease is held, and the first time soon after it was taken. Before {@link #start}. */
    public Job guard(Job guardedJob) {
        if (shared) {
            guarded.add(guardedJob.onlyWhile(this::held));
        }
        return guardedJob;
    }

    /** Is called, on the thread of the lease, when it has been lost: what runs under it need not go on. */
    public void onLoss(Runnable listener) {
        onLoss = listener;
    }

    /**
     * The collector as those see it who ask this instance: one that stands by starts nothing.
     *
     * @param interval between the starts of two cycles
     */
    public Collector guard(Collector collector, Duration interval) {
        return shared ? new StandbyCollector(collector, this::held, store.cycles(), interval) : collector;
    }

    /** Whether this instance does what only one may do. */
    public boolean held() {
        return !shared || (held && nanoTime.getAsLong() - endsAt < 0);
    }

    /** Whether others can have the store open too. */
    public boolean shared() {
        return shared;
    }

    /** Asks for it, and renews it, from now on. */
    public void start() {
        if (shared) {
            log.info("several instances may share this store; this one is {}", holder);
            job.start();
        }
    }

    /** What asks for it again and again, to be watched; empty if that is not needed. */
    public Optional<Job> job() {
        return shared ? Optional.of(job) : Optional.empty();
    }

    /** Lets go of it, so that another instance need not wait for its end. After all that ran under it has ended. */
    @Override
    public void close() {
        job.close();
        if (held) {
            held = false;
            try {
                store.leases().release(last);
            } catch (StoreException e) {
                log.warn("the lease of the collector could not be released, another instance takes over in {} s: {}", duration.toSeconds(),
                        e.getMessage());
            }
        }
    }

    /** One turn: renews what is held, or asks for what is not. Gives up once a later version of the program has taken over the store. */
    void keep() {
        try {
            turn();
        } catch (SupersededException e) {
            if (!superseded) {
                superseded = true;
                log.warn("{}; this instance serves on until it is upgraded", e.getMessage());
            }
            if (held) {
                lose("it is of an earlier version");
                // What still runs under it is refused anyway; one of the later version need not wait.
                store.leases().release(last);
            }
        }
    }

    private void turn() {
        long asked = nanoTime.getAsLong();
        if (!held) {
            take(asked);
        } else if (!collects && asked - takenAt > duration.multipliedBy(MODESTY).toNanos() && !busy()) {
            store.leases().release(last);
            held = false;
        } else {
            Optional<Lease> renewed = renew(asked);
            if (renewed.isPresent()) {
                last = renewed.get();
                endsAt = asked + duration.toNanos();
            } else {
                lose("another instance has taken it");
            }
        }
    }

    private Optional<Lease> renew(long asked) {
        try {
            return store.leases().renew(last, clock.instant(), duration);
        } catch (StoreException e) {
            if (asked - endsAt >= 0) {
                lose("the store has not answered for " + duration.toSeconds() + " s");
            }
            throw e;
        }
    }

    private void take(long asked) {
        if (busy()) {
            // What began under the lease that was lost would go on under this one.
            return;
        }
        Instant now = clock.instant();
        // One that cannot collect asks as if it were earlier: it is given what has lain free for some time.
        Instant from = collects ? now : now.minus(duration.multipliedBy(MODESTY));
        Optional<Lease> taken = store.leases().acquire(NAME, holder, from, duration);
        if (taken.isPresent()) {
            last = taken.get();
            if (!collects && store.leases().renew(last, now, duration).isEmpty()) {
                return;
            }
            takenAt = asked;
            endsAt = asked + duration.toNanos();
            held = true;
            log.info("this instance collects from now on (lease {} of {})", last.token(), holder);
            guarded.forEach(each -> each.hurry(FIRST_RUN));
        }
    }

    private void lose(String why) {
        held = false;
        log.warn("this instance collects no longer: {}; it goes on serving", why);
        onLoss.run();
    }

    private boolean busy() {
        return guarded.stream().anyMatch(Job::running);
    }
}
