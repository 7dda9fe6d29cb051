package dev.sentimentagent.model.store;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A database that holds everything the service knows. Opening one migrates its schema. Thread-safe.
 *
 * <p>Every call that meets a transient failure is retried as the settings say before it throws; a permanent one throws at once.
 */
public interface Store extends AutoCloseable {
    ItemStore items();

    StatisticsStore statistics();

    CycleStore cycles();

    TopicStore topics();

    EngagementStore engagement();

    RetentionStore retention();

    LeaseStore leases();

    JobStore jobs();

    DetectionStore detections();

    CatalogueStore catalogue();

    /**
     * The same store for a holder of a lease: each of its writes (but those of {@link #leases}) throws {@link LeaseLostException}, and writes
     * nothing, once the lease has been taken by another or released. Closing it closes this one.
     */
    default Store under(Lease lease) {
        return under(() -> lease);
    }

    /** The same for one who may lose the lease and get another: each write is made under the one that is given then. */
    Store under(Supplier<Lease> lease);

    /**
     * Begins to take in very many items, one {@link ItemStore#saveAll} after the other, while no other process uses this store and nobody waits
     * for what it is asked. Until the load is closed a store may put off what only reading needs, such as indexes. Each write is whole and
     * lasts, as ever; if the process dies, the next opening makes up for what was put off.
     */
    default BulkLoad bulkLoad() {
        return () -> {};
    }

    /** Name of the backend, such as {@code sqlite}. */
    String backend();

    /** Number that grows by one with every commit that changes what is served (items, topics, cycles); survives a restart. */
    long dataVersion();

    /** Size of the database in bytes, its log included. */
    long sizeBytes();

    /**
     * How many rows there are, by kind, for metrics: {@code post} and {@code comment} (deleted ones not included), {@code tombstone} (those), {@code bot} (those of
     * the first two that bots wrote),
     * {@code rollup}, {@code rollup_day}, {@code cycle}, {@code topic} and {@code gap}. Costs the same however many items there are.
     */
    Map<String, Long> rowCounts();

    /**
     * What calls have cost since the store was opened, by name of the call, in the unit in which the database charges for them (request units of
     * Azure Cosmos DB); empty where it charges nothing.
     */
    default Map<String, Double> charges() {
        return Map.of();
    }

    /**
     * Asks the database for a sign of life, once, without retries.
     *
     * @return its {@link #dataVersion()}
     * @throws StoreException if it gives none
     */
    long ping();

    /** Finishes running calls and lets go of the database. Further calls throw {@link StoreException}. */
    @Override
    void close();
}
