package dev.sentimentagent.soak;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was seen while the soak ran. For one thread. */
final class Observations {
    final CycleLedger cycles = new CycleLedger();
    final Latencies stats = new Latencies();
    final List<ProcessSample> samples = new ArrayList<>();
    final List<GcFigures> collections = new ArrayList<>();
    int kills;
    int stops;
    int badStops;
    /** What the service served at the end, when nothing changed any more. */
    ServiceApi.@Nullable Stats served;

    double peakRssMb() {
        return samples.stream().mapToDouble(ProcessSample::rssMb).max().orElse(0);
    }
}
