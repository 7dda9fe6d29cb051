package dev.sentimentagent.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long requests took, and how many were not answered. Not thread-safe. */
final class Latencies {
    private final List<Duration> answered = new ArrayList<>();
    private int unanswered;

    void answered(Duration duration) {
        answered.add(duration);
    }

    void unanswered() {
        unanswered++;
    }

    int count() {
        return answered.size();
    }

    int countUnanswered() {
        return unanswered;
    }

    /** The time within which that part of the requests was answered, in milliseconds; 0 if there was none. */
    double percentile(double part) {
        if (answered.isEmpty()) {
            return 0;
        }
        List<Duration> sorted = answered.stream().sorted().toList();
        int rank = (int) Math.ceil(part * sorted.size()) - 1;
        return sorted.get(Math.max(0, rank)).toNanos() / 1e6;
    }
}
