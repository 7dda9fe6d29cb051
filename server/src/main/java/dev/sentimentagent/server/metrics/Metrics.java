package dev.sentimentagent.server.metrics;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * All that is counted and measured, as text for Prometheus. Answering never waits for the store or for a cycle: what is not counted as it
 * happens is read from memory. Every label has a bounded set of values. Thread-safe.
 */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();
    private final CollectionMetrics collection = new CollectionMetrics(registry);
    private final HttpMetrics http = new HttpMetrics(registry);
    private final ServiceGauges gauges = new ServiceGauges(registry);

    public Metrics() {
        gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
    }

    /** Counts what the cycles do. */
    public CollectionMetrics collection() {
        return collection;
    }

    /** Counts and times requests. */
    public HttpMetrics http() {
        return http;
    }

    /** Shows what other parts of the service know of themselves. */
    public ServiceGauges gauges() {
        return gauges;
    }

    /** Everything, in Prometheus' text format 0.0.4. */
    public String scrape() {
        gauges.refresh();
        return registry.scrape();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
