package dev.sentimentagent.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How the resident set moves with time, by least squares: one slope for all processes, but a level of its own for each. */
final class MemoryTrend {
    /** A process is left out until it has been warm for so long, by the service's clock. */
    static final Duration WARM_UP = Duration.ofDays(1);
    private static final double SECONDS_PER_HOUR = 3_600;

    /** Of each process the samples of when it was warm. */
    private final List<List<ProcessSample>> warm;

    MemoryTrend(List<ProcessSample> samples) {
        this.warm = samples.stream()
                .collect(Collectors.groupingBy(ProcessSample::process))
                .values()
                .stream()
                .map(MemoryTrend::warm)
                .toList();
    }

    private static List<ProcessSample> warm(List<ProcessSample> ofProcess) {
        Instant from = ofProcess.getFirst().at().plus(WARM_UP);
        return ofProcess.stream().filter(sample -> !sample.at().isBefore(from)).toList();
    }

    /** Megabytes by hour of the service's clock; empty if no process was warm. */
    OptionalDouble perSimulatedHour() {
        return slope(sample -> sample.at().toEpochMilli() / 1000.0 / SECONDS_PER_HOUR);
    }

    /** Megabytes by hour of the machine's clock; empty if no process was warm. */
    OptionalDouble perRealHour() {
        return slope(sample -> sample.running().toMillis() / 1000.0 / SECONDS_PER_HOUR);
    }

    private OptionalDouble slope(ToDoubleFunction<ProcessSample> hours) {
        double covariance = 0;
        double variance = 0;
        for (List<ProcessSample> samples : warm) {
            double meanHours = samples.stream().mapToDouble(hours).average().orElse(0);
            double meanRss = samples.stream().mapToDouble(ProcessSample::rssMb).average().orElse(0);
            for (ProcessSample sample : samples) {
                double x = hours.applyAsDouble(sample) - meanHours;
                covariance += x * (sample.rssMb() - meanRss);
                variance += x * x;
            }
        }
        return variance > 0 ? OptionalDouble.of(covariance / variance) : OptionalDouble.empty();
    }
}
