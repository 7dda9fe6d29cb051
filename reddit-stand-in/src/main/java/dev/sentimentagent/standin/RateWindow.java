package dev.sentimentagent.standin;

import dev.sentimentagent.model.time.TimeSource;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Counts requests in windows of ten minutes, as Reddit does. Thread-safe. */
final class RateWindow {
    private static final long WINDOW_SECONDS = Duration.ofMinutes(10).toSeconds();

    private final int budget;
    private final TimeSource time;
    private long window;
    private int used;

    RateWindow(int budget, TimeSource time) {
        this.budget = budget;
        this.time = time;
    }

    /**
     * Where a request stands.
     *
     * @param reset seconds until the window ends
     */
    record Standing(int used, int remaining, long reset, boolean exceeded) {
        Map<String, String> headers() {
            return Map.of(
                    "x-ratelimit-used",
                    Integer.toString(used),
                    "x-ratelimit-remaining",
                    String.format(Locale.ROOT, "%.1f", (double) remaining),
                    "x-ratelimit-reset",
                    Long.toString(reset));
        }
    }

    synchronized Standing count() {
        long now = time.instant().getEpochSecond();
        long current = Math.floorDiv(now, WINDOW_SECONDS);
        if (current != window) {
            window = current;
            used = 0;
        }
        used++;
        return new Standing(used, Math.max(0, budget - used), (current + 1) * WINDOW_SECONDS - now, used > budget);
    }
}
