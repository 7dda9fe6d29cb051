package dev.sentimentagent.server.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says how many items are written: now and then on the way, and at the end. Not on standard output, where the items may go. */
final class ExportProgress {
    private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

    private final PrintStream err;
    private final LongSupplier nanos;
    private final long started;
    private long shownAt;
    private long items;

    ExportProgress(PrintStream err, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
        this.shownAt = started;
    }

    void written(long count) {
        items = count;
        long now = nanos.getAsLong();
        if (now - shownAt >= INTERVAL) {
            shownAt = now;
            tell("so far", now);
        }
    }

    void finished() {
        tell("in all", nanos.getAsLong());
    }

    private void tell(String when, long now) {
        err.printf(Locale.ROOT, "%,d items %s, %,.0f/s%n", items, when, items / Math.max(1e-3, (now - started) / 1e9));
    }
}
