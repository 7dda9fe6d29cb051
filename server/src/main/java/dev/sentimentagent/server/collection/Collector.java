package dev.sentimentagent.server.collection;

import dev.sentimentagent.reddit.RequestBudget;
import java.time.Instant;
import java.util.Optional;

/** Whatever runs the collection, as those see it who only look on or ask for a cycle. Thread-safe. */
public interface Collector {
    /** Of a service that collects nothing. */
    Collector NONE = new Collector() {
        @Override
        public boolean collects() {
            return false;
        }

        @Override
        public Optional<String> trigger() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> nextStart() {
            return Optional.empty();
        }
    };

    /** Whether cycles are meant to run. */
    boolean collects();

    /** Whether cycles are meant to run, but another instance runs them. */
    default boolean standsBy() {
        return false;
    }

    /** Asks for a cycle now; returns its id, or empty if one is running or none will. */
    Optional<String> trigger();

    /** When the next cycle starts; empty while one is running, or if none will. */
    Optional<Instant> nextStart();

    /** How many requests Reddit still lets through; empty while it is not known. */
    default Optional<RequestBudget> budget() {
        return Optional.empty();
    }
}
