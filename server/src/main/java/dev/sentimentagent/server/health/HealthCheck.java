package dev.sentimentagent.server.health;

import dev.sentimentagent.server.settings.HealthThresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Judges the state of the service by the thresholds. Never touches the store itself. Thread-safe. */
public final class HealthCheck {
    private static final double MB = 1 << 20;
    private static final long PID = ProcessHandle.current().pid();

    private final HealthThresholds thresholds;
    private final Supplier<StoreProbe.State> store;
    private final Supplier<Cycles> cycles;
    private final LongSupplier rssBytes;
    private final InstantSource clock;
    private final String backend;
    private final ProcessFigures process = new ProcessFigures();
    private final long startedNanos = System.nanoTime();
    private final Instant started;

    /**
     * Cycles since the start.
     *
     * @param lastErrors subreddits and refreshes of the last cycle that ended in an exception: what was collected there is not stored
     * @param refusal what Reddit said when it refused the credentials in the last cycle; empty if it did not
     * @param collecting false if none are meant to run: data need not be fresh then
     * @param standby whether another instance runs them
     */
    public record Cycles(long succeeded, long failed, int lastErrors, Optional<String> refusal, boolean collecting, boolean standby) {
        public static final Cycles NONE = new Cycles(0, 0, 0, Optional.empty(), false, false);

        /** Of the only instance. */
        public Cycles(long succeeded, long failed, int lastErrors, Optional<String> refusal, boolean collecting) {
            this(succeeded, failed, lastErrors, refusal, collecting, false);
        }

        private String role() {
            return !collecting ? "reader" : standby ? "standby" : "collector";
        }
    }

    public HealthCheck(
            HealthThresholds thresholds,
            String backend,
            Supplier<StoreProbe.State> store,
            Supplier<Cycles> cycles,
            LongSupplier rssBytes,
            InstantSource clock) {
        this.thresholds = thresholds;
        this.backend = backend;
        this.store = store;
        this.cycles = cycles;
        this.rssBytes = rssBytes;
        this.clock = clock;
        this.started = clock.instant();
    }

    public HealthReport report() {
        Instant now = clock.instant();
        StoreProbe.State database = store.get();
        Cycles ran = cycles.get();
        long rss = rssBytes.getAsLong();
        List<String> unhealthy = new ArrayList<>();
        List<String> degraded = new ArrayList<>();
        if (!database.connected()) {
            unhealthy.add("store unreachable: " + database.failure());
        }
        if (ran.collecting()) {
            judgeFreshness(now, database.lastSuccess(), unhealthy, degraded);
        } else {
            degraded.add("nothing is collected: REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET are not set");
        }
        judgeMemory(rss, unhealthy, degraded);
        ran.refusal()
                .ifPresent(
                        said -> degraded.add(
                                "Reddit refuses the credentials (" + said
                                        + "): correct REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET, restart"));
        long all = ran.succeeded() + ran.failed();
        // One that stands by can make nothing good: what it lost with its lease, another has collected.
        if (!ran.standby() && all > 0 && (double) ran.failed() / all > thresholds.degradedFailureShare()) {
            degraded.add(ran.failed() + " of " + all + " cycles since start failed");
        }
        if (!ran.standby() && ran.lastErrors() > 0) {
            degraded.add("the last cycle could not store all that it collected: " + ran.lastErrors() + " error(s) in the log");
        }
        HealthReport.Status status = !unhealthy.isEmpty()
                ? HealthReport.Status.UNHEALTHY
                : degraded.isEmpty() ? HealthReport.Status.HEALTHY : HealthReport.Status.DEGRADED;
        unhealthy.addAll(degraded);
        return new HealthReport(
                status,
                List.copyOf(unhealthy),
                now,
                new HealthReport.ProcessState(
                        round((System.nanoTime() - startedNanos) / 1e9),
                        round(rss / MB),
                        round(process.cpuPercent()),
                        PID),
                new HealthReport.ApplicationState(
                        database.lastSuccess().orElse(null),
                        ran.succeeded(),
                        ran.failed(),
                        database.lastSuccess().map(at -> round(minutes(at, now))).orElse(null), ran.role()),
                new HealthReport.DatabaseState(database.connected(), Math.round(database.latency().toNanos() / 1e4) / 100.0, backend));
    }

    /** How old the data is. Data that was never collected is as old as the process: a first cycle has as long as any other. */
    public Duration dataAge() {
        return age(clock.instant(), store.get().lastSuccess());
    }

    private Duration age(Instant now, Optional<Instant> lastSuccess) {
        return Duration.between(lastSuccess.orElse(started), now);
    }

    private void judgeFreshness(Instant now, Optional<Instant> lastSuccess, List<String> unhealthy, List<String> degraded) {
        Duration age = age(now, lastSuccess);
        String since = lastSuccess.isPresent() ? "last successful collection " : "no successful collection since the start ";
        if (age.compareTo(thresholds.unhealthyFreshness()) > 0) {
            unhealthy.add(since + age.toMinutes() + " min ago, more than " + thresholds.unhealthyFreshness().toMinutes());
        } else if (age.compareTo(thresholds.degradedFreshness()) > 0) {
            degraded.add(since + age.toMinutes() + " min ago, more than " + thresholds.degradedFreshness().toMinutes());
        }
    }

    private void judgeMemory(long rss, List<String> unhealthy, List<String> degraded) {
        if (rss > thresholds.unhealthyRssBytes()) {
            unhealthy.add(
                    String.format(Locale.ROOT, "resident memory %.0f MB, more than %.0f", rss / MB, thresholds.unhealthyRssBytes() / MB));
        } else if (rss > thresholds.degradedRssBytes()) {
            degraded.add(
                    String.format(Locale.ROOT, "resident memory %.0f MB, more than %.0f", rss / MB, thresholds.degradedRssBytes() / MB));
        }
    }

    private static double minutes(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 60_000.0);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
