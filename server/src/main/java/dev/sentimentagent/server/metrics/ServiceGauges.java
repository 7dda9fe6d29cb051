package dev.sentimentagent.server.metrics;

import dev.sentimentagent.model.catalogue.AuditAction;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.catalogue.CatalogueAdmin;
import dev.sentimentagent.server.health.HealthCheck;
import dev.sentimentagent.server.health.StoreProbe;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.lease.CollectorLease;
import dev.sentimentagent.server.reanalysis.ReanalysisFigures;
import dev.sentimentagent.server.retention.StoreGrowth;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Shows what other parts of the service know of themselves, each read when it is asked for. Thread-safe. */
public final class ServiceGauges {
    private final MeterRegistry registry;
    private final Set<String> charged = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Store store;

    ServiceGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows what is known of the store, and how old its data is. */
    public void watch(StoreProbe probe, HealthCheck health) {
        gauge("sentimentagent.store.up", "", "1 if the store answers, 0 if not", probe, it -> it.state().connected() ? 1 : 0);
        gauge("sentimentagent.store.latency", "seconds", "How long the store's last sign of life took", probe,
                it -> it.state().latency().toNanos() / 1e9);
        gauge("sentimentagent.store.size", "bytes", "Size of the database, its log included", probe, it -> it.state().sizeBytes());
        gauge("sentimentagent.data.version", "", "Number that grows with every commit that changes an item", probe,
                it -> it.state().dataVersion());
        gauge("sentimentagent.data.freshness", "seconds", "Time since the last successful cycle; since the start if there was none", health,
                it -> it.dataAge().toMillis() / 1000.0);
    }

    /** Counts what the store's calls cost, where it charges for them. */
    public void watch(Store counted) {
        store = counted;
    }

    /** Counts calls that were made for the first time since. */
    void refresh() {
        Store counted = store;
        if (counted != null) {
            counted.charges().keySet().stream().filter(charged::add).forEach(call -> FunctionCounter
                    .builder("sentimentagent.store.charge", counted, it -> it.charges().getOrDefault(call, 0.0))
                    .tag("call", call)
                    .baseUnit("request_units")
                    .description("Request units that the store's calls have cost")
                    .register(registry));
        }
    }

    /** Shows whether this instance does what only one may do. */
    public void watch(CollectorLease lease) {
        gauge("sentimentagent.collector", "", "1 if this instance collects, computes topics and deletes what is old; 0 if another does",
                lease,
                it -> it.held() ? 1 : 0);
        lease.job().ifPresent(this::watch);
    }

    /** Shows how many rows the store has, and how fast it grows. */
    public void watch(StoreGrowth growth) {
        for (String kind : List.of("post", "comment", "tombstone", "bot", "rollup", "rollup_day", "cycle", "topic", "gap")) {
            Gauge.builder("sentimentagent.store.rows", growth, it -> it.rows().getOrDefault(kind, 0L))
                    .tag("kind", kind)
                    .description(
                            "Rows of the store by kind; tombstones are what is left of deleted items, bots wrote some of the posts and comments")
                    .register(registry);
        }
        gauge("sentimentagent.store.growth", "bytes_per_day", "Growth of the database in the last day; NaN in the first hour", growth,
                StoreGrowth::bytesPerDay);
    }

    /** Shows how many changes of the catalogue were made, by what was done. */
    public void watch(CatalogueAdmin catalogue) {
        for (AuditAction action : AuditAction.values()) {
            FunctionCounter.builder("sentimentagent.catalogue.changes", catalogue, it -> it.made(action))
                    .tag("action", action.label())
                    .description("Changes of the catalogue that were recorded, by what was done")
                    .register(registry);
        }
    }

    /** Shows what jobs do that analyze stored items again. */
    public void watch(ReanalysisFigures reanalysis) {
        counter("sentimentagent.reanalysis.items", "Stored items that jobs have looked at again", reanalysis, ReanalysisFigures::processed);
        counter("sentimentagent.reanalysis.changed", "Of these, those that got another score or other tools", reanalysis,
                ReanalysisFigures::changed);
        counter("sentimentagent.reanalysis.changed.class", "Of these, those that are of another class now", reanalysis,
                ReanalysisFigures::changedClass);
        gauge("sentimentagent.reanalysis.progress", "ratio", "How far the job is that runs; NaN while none does", reanalysis,
                ReanalysisFigures::progress);
        for (JobStatus status : JobStatus.values()) {
            if (status.ended()) {
                FunctionCounter.builder("sentimentagent.reanalysis.jobs", reanalysis, it -> it.endedSo(status))
                        .tag("status", status.label())
                        .description("Jobs since the start, by how they ended")
                        .register(registry);
            }
        }
    }

    private <T> void counter(String name, String description, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, of, value).description(description).register(registry);
    }

    /** Shows the resident set of the whole process, under the name that Prometheus' own clients give it. */
    public void watchMemory(LongSupplier rssBytes) {
        Gauge.builder("process.resident.memory", rssBytes::getAsLong)
                .baseUnit("bytes")
                .description("Resident set of the whole process")
                .register(registry);
    }

    /** Shows how often a job ran, and how often it failed. */
    public void watch(Job job) {
        FunctionCounter.builder("sentimentagent.job.runs", job, Job::runs)
                .tag("name", job.name())
                .description("Runs of a scheduled job, those that failed included")
                .register(registry);
        FunctionCounter.builder("sentimentagent.job.failures", job, Job::failures)
                .tag("name", job.name())
                .description("Runs of a scheduled job that ended in an exception; the job goes on")
                .register(registry);
    }

    private <T> void gauge(String name, String unit, String description, T of, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value).baseUnit(unit.isEmpty() ? null : unit).description(description).register(registry);
    }
}
