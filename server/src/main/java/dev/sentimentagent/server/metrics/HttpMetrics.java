package dev.sentimentagent.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests and times them, by the route that answered and the class of the status. Thread-safe. */
public final class HttpMetrics {
    /** The bars of the spec (20 ms), of a human (100 ms, 1 s), and what lies between and around them. */
    private static final Duration[] BUCKETS = {Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(50),
            Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5)};

    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final LongAdder answered = new LongAdder();

    private record Series(String route, int statusClass) {}

    HttpMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Counts an answered request.
     *
     * @param route template of the route, never a path as it was asked for: each becomes a series of its own
     */
    public void answered(String route, int status, Duration took) {
        answered.increment();
        timers.computeIfAbsent(new Series(route, status / 100), this::timer).record(took);
    }

    /** Requests answered since the start. */
    public long answered() {
        return answered.sum();
    }

    private Timer timer(Series series) {
        return Timer.builder("sentimentagent.http.request.duration")
                .tag("route", series.route)
                .tag("status", series.statusClass + "xx")
                .serviceLevelObjectives(BUCKETS)
                .description("Requests answered, and how long it took from the request line to the last byte")
                .register(registry);
    }
}
