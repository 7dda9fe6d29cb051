package dev.sentimentagent.soak;

import dev.sentimentagent.model.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Watches the service while the soak runs, and restarts it when that is due. For one thread. */
final class Observer {
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(250);
    private static final Duration CYCLES_EVERY = Duration.ofSeconds(2);
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(15);
    private static final int LAST_CYCLES = 50;
    /** Statistics are asked for over one hour up to a month, so that few answers come from the service's cache. */
    private static final int LONGEST_WINDOW = 720;

    private final Observations seen = new Observations();
    private final SoakSettings settings;
    private final Service service;
    private final TimeSource time;
    private final Instant begun;
    private final Consumer<String> progress;
    private final SplittableRandom random;
    private Instant nextSample = Instant.EPOCH;
    private Instant nextCycles = Instant.EPOCH;
    private Instant nextProgress;
    private List<CycleEntry> lastCycles = List.of();

    Observer(SoakSettings settings, Service service, TimeSource time, Instant begun, Consumer<String> progress) {
        this.settings = settings;
        this.service = service;
        this.time = time;
        this.begun = begun;
        this.progress = progress;
        this.random = new SplittableRandom(settings.seed());
        this.nextProgress = begun.plus(PROGRESS_EVERY);
    }

    Observations seen() {
        return seen;
    }

    /** The last cycles that were asked for, newest first. */
    List<CycleEntry> lastCycles() {
        return lastCycles;
    }

    void startService() throws IOException, InterruptedException {
        service.start();
    }

    /** Ends the process, by SIGKILL in the middle of a cycle or by SIGTERM, and starts another. */
    void restart(boolean kill) throws IOException, InterruptedException {
        if (kill) {
            service.awaitRunningCycle();
            service.process().kill();
            seen.kills++;
            ended();
        } else {
            terminate();
        }
        service.start();
    }

    /** Asks for the figures that are served at the end, then ends the process by SIGTERM. */
    void stopService() throws IOException, InterruptedException {
        seen.served = service.api().stats(LONGEST_WINDOW).orElseThrow(() -> new SoakFailure("statistics were not answered at the end"));
        lookAtCycles();
        sample();
        terminate();
    }

    /** Asks for statistics, and for the other figures when they are due. */
    void tick() throws IOException, InterruptedException {
        if (!service.process().alive()) {
            throw new SoakFailure("the service ended by itself; see " + settings.folder().resolve("service.log"));
        }
        Instant now = Instant.now();
        askForStatistics();
        if (now.isAfter(nextSample)) {
            nextSample = now.plus(SAMPLE_EVERY);
            sample();
        }
        if (now.isAfter(nextCycles)) {
            nextCycles = now.plus(CYCLES_EVERY);
            lookAtCycles();
        }
        if (now.isAfter(nextProgress)) {
            nextProgress = now.plus(PROGRESS_EVERY);
            progress.accept(progressLine());
        }
    }

    private void terminate() throws IOException, InterruptedException {
        seen.stops++;
        if (!service.process().terminate()) {
            seen.badStops++;
        }
        ended();
    }

    private void ended() throws IOException {
        seen.collections.add(GcFigures.read(service.process().gcLog()));
    }

    private void askForStatistics() throws InterruptedException {
        long start = System.nanoTime();
        Optional<ServiceApi.Stats> answer = service.api().stats(1 + random.nextInt(LONGEST_WINDOW));
        if (answer.isPresent()) {
            seen.stats.answered(Duration.ofNanos(System.nanoTime() - start));
        } else {
            seen.stats.unanswered();
        }
    }

    private void sample() {
        ProcessSample.take(service.process(), time.instant(), Duration.between(begun, Instant.now()), settings.database())
                .ifPresent(seen.samples::add);
    }

    private void lookAtCycles() throws InterruptedException {
        lastCycles = service.api().cycles(LAST_CYCLES);
        seen.cycles.take(lastCycles);
    }

    private String progressLine() {
        ProcessSample last = seen.samples.getLast();
        // It goes on past its length, until the last cycles are there.
        double length = settings.length().toMinutes() / 1440.0;
        double day = Math.min(Duration.between(SoakSettings.START, last.at()).toMinutes() / 1440.0, length);
        return String.format(
                Locale.ROOT,
                "day %5.1f of %.1f: cycles %s, %d items, RSS %.0f MB, %d threads, %d files, database %.0f MB, stats p50 %.1f ms, p99 %.1f ms",
                day,
                length,
                seen.cycles.byStatus(),
                seen.cycles.counts().stored(),
                last.rssMb(),
                last.threads(),
                last.files(),
                last.databaseMb(),
                seen.stats.percentile(0.5),
                seen.stats.percentile(0.99));
    }
}
