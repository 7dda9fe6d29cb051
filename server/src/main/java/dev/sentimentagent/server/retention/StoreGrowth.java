package dev.sentimentagent.server.retention;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.job.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many rows the store has, and how fast its file grows: looked at once in a while, for metrics. Thread-safe. */
public final class StoreGrowth {
    private static final Logger log = LoggerFactory.getLogger(StoreGrowth.class);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);
    /** In less than this, one page more or less would look like a trend. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    private final Store store;
    private final TimeSource time;
    private final Deque<Sample> samples = new ArrayDeque<>(); // guarded by this
    private volatile Map<String, Long> rows = Map.of();

    private record Sample(Instant at, long bytes) {}

    public StoreGrowth(Store store, TimeSource time) {
        this.store = store;
        this.time = time;
    }

    /** The job that looks. It is not started yet. */
    public Job job() {
        return new Job("store-growth", new Rhythm(time.toReal(FIRST), time.toReal(INTERVAL), false), Duration.ZERO, this::look,
                e -> log.warn("rows and growth of the store are not known, the figures before stay: {}", e.toString()));
    }

    /** @throws dev.sentimentagent.model.store.StoreException if the store fails; the figures before stay */
    void look() {
        rows = store.rowCounts();
        Sample now = new Sample(time.instant(), store.sizeBytes());
        synchronized (this) {
            samples.addLast(now);
            while (samples.size() > 1 && samples.getFirst().at().isBefore(now.at().minus(DAY))) {
                samples.removeFirst();
            }
        }
    }

    /** Rows by kind, as {@link Store#rowCounts} has them; empty before the first look. */
    public Map<String, Long> rows() {
        return rows;
    }

    /** Bytes that the store has grown in the last day, or would in a day as it has since the start; NaN in the first hour. */
    public synchronized double bytesPerDay() {
        if (samples.isEmpty()) {
            return Double.NaN;
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        Duration span = Duration.between(first.at(), last.at());
        return span.compareTo(SHORTEST) < 0
                ? Double.NaN
                : (double) (last.bytes() - first.bytes()) / span.toMillis() * DAY.toMillis();
    }
}
