package dev.sentimentagent.standin;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what was asked and answered. Thread-safe. */
final class Statistics {
    private final Map<String, Long> byEndpoint = new TreeMap<>();
    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private final Map<String, Long> byFault = new TreeMap<>();
    private long requests;

    /**
     * All counts at one moment.
     *
     * @param endpoints requests by {@link Endpoint}
     * @param statuses requests by the status meant for them, which a fault of delivery may have kept from arriving
     * @param faults requests by the fault that they suffered
     */
    record Counts(long requests, Map<String, Long> endpoints, Map<Integer, Long> statuses, Map<String, Long> faults) {}

    synchronized void count(Endpoint endpoint, int status, Optional<Fault> fault) {
        requests++;
        byEndpoint.merge(endpoint.name(), 1L, Long::sum);
        byStatus.merge(status, 1L, Long::sum);
        fault.ifPresent(struck -> byFault.merge(struck.getClass().getSimpleName(), 1L, Long::sum));
    }

    synchronized long requests() {
        return requests;
    }

    synchronized Counts counts() {
        return new Counts(requests, new TreeMap<>(byEndpoint), new TreeMap<>(byStatus), new TreeMap<>(byFault));
    }
}
