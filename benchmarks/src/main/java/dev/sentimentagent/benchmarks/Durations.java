package dev.sentimentagent.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long things took. Not thread-safe. */
final class Durations {
    private final List<Long> nanos = new ArrayList<>();

    void add(long took) {
        nanos.add(took);
    }

    void addAll(Durations others) {
        nanos.addAll(others.nanos);
    }

    int count() {
        return nanos.size();
    }

    /** In milliseconds: that of which such a part took no longer; 0 if there are none. */
    double quantile(double part) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1) / 1e6;
    }
}
