package dev.sentimentagent.server.monitor;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one poll saw.
 *
 * @param freshnessMinutes age of the service's data; null if unknown, as are the other figures
 * @param lastCollection as the service writes it
 * @param reasons why it is not healthy, in the service's words or ours; one line each, without control characters
 */
public record Observation(
        Status status,
        @Nullable Double freshnessMinutes,
        @Nullable Double memoryMb,
        @Nullable String lastCollection,
        List<String> reasons) {
    /** The first three are the service's own words for itself. */
    public enum Status {
        HEALTHY, DEGRADED, UNHEALTHY,
        /** No connection, or a broken one. */
        UNREACHABLE,
        /** No whole answer in time. */
        HANGING,
        /** An answer, but not that of a SentimentAgent. */
        INVALID;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Observation {
        reasons = List.copyOf(reasons);
    }

    static Observation failed(Status status, String reason) {
        return new Observation(status, null, null, null, List.of(reason));
    }

    /** Whether it counts as a failure. */
    boolean isFailure(boolean degradedIsFailure) {
        return switch (status) {
            case HEALTHY -> false;
            case DEGRADED -> degradedIsFailure;
            case UNHEALTHY, UNREACHABLE, HANGING, INVALID -> true;
        };
    }

    /** All reasons in one line. */
    String reason() {
        return String.join("; ", reasons);
    }
}
