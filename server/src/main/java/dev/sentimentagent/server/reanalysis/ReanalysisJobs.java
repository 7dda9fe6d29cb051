package dev.sentimentagent.server.reanalysis;

import dev.sentimentagent.model.job.JobError;
import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.job.JobStatus;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.LeaseLostException;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.job.Job;
import dev.sentimentagent.server.job.Rhythm;
import dev.sentimentagent.server.settings.ReanalysisSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of the service: queued by hand or by itself, run one after another in the background, the oldest first, looked for each minute
 * and when one is queued. Thread-safe.
 */
public final class ReanalysisJobs {
    private static final Logger log = LoggerFactory.getLogger(ReanalysisJobs.class);
    /** One that a process has left behind goes on soon after the start, but not before the first visitors have their answers. */
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    /** The transaction that is being written takes less; beyond that it waits for a store that fails. */
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(30);
    /** A job that fails as often without getting on has failed. */
    private static final int TRIES = 3;

    private final Store store;
    private final Reanalysis reanalysis;
    private final ReanalysisSettings settings;
    private final TimeSource time;
    private final BooleanSupplier mayRun;
    private final ReanalysisFigures figures = new ReanalysisFigures();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> writtenListeners = new CopyOnWriteArrayList<>();
    private final Job job;
    private Stumbles stumbles = Stumbles.NONE;

    /** How often in a row a job failed at the same item. */
    private record Stumbles(String job, long processed, int times) {
        static final Stumbles NONE = new Stumbles("", 0, 0);
    }

    /**
     * Jobs that are not run yet.
     *
     * @param mayRun whether this process is to run jobs: of several on one store, one is. Asked between any two transactions
     */
    public ReanalysisJobs(Store store, Reanalysis reanalysis, ReanalysisSettings settings, TimeSource time, BooleanSupplier mayRun) {
        this.store = store;
        this.reanalysis = reanalysis;
        this.settings = settings;
        this.time = time;
        this.mayRun = mayRun;
        this.job = new Job("reanalysis", new Rhythm(FIRST, time.toReal(INTERVAL), false), GRACE, this::run,
                e -> log.warn("reanalysis was broken off, it goes on within a minute where it was", e));
    }

    /** The job that runs those that are queued. It is not started yet. */
    public Job job() {
        return job;
    }

    /** What they do, for metrics. */
    public ReanalysisFigures figures() {
        return figures;
    }

    /** Calls the listener whenever a job is queued, gets on or ends here, on whatever thread does it: it must not block. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls the listener when a job has written all, before it counts as ended, and whenever one is left; it must not block. */
    public void onWritten(Runnable listener) {
        writtenListeners.add(listener);
    }

    /**
     * Queues a job that somebody asks for.
     *
     * @return empty if one is queued or running already
     */
    public Optional<ReanalysisJob> queue(JobScope scope, String who) {
        ReanalysisJob queued = ReanalysisJob.manual(newId(), who, scope, Reanalysis.estimate(store, scope), now());
        if (!store.jobs().add(queued, true)) {
            return Optional.empty();
        }
        log.info("reanalysis {} was asked for by {}: about {} items", queued.id(), who, queued.progress().total());
        queued();
        return Optional.of(queued);
    }

    /** Queues a job because a tool is new, if the settings want that. */
    public void toolCreated(String id, String name) {
        if (settings.onToolCreate()) {
            queue("New tool created: " + name, JobScope.because(id));
        }
    }

    /** Queues a job because a tool counts again, or was approved, if the settings want that. */
    public void toolActivated(String id, String name) {
        if (settings.onToolActivate()) {
            queue("Tool activated: " + name, JobScope.because(id));
        }
    }

    /** Queues a job because a tool is known by other names, if the settings want that when one counts again. */
    public void toolChanged(String id, String name) {
        if (settings.onToolActivate()) {
            queue("Tool changed: " + name, JobScope.because(id));
        }
    }

    /** Queues a job because stored items have scores of another method, if the settings want that and none is open. */
    public boolean methodChanged(String present) {
        return settings.onMethodChange() && store.jobs().count(JobStatus.QUEUED) + store.jobs().count(JobStatus.RUNNING) == 0
                && queue("Method changed: " + present, JobScope.all(true));
    }

    private boolean queue(String reason, JobScope scope) {
        ReanalysisJob queued = ReanalysisJob.automatic(newId(), reason, scope, Reanalysis.estimate(store, scope), now());
        store.jobs().add(queued, false);
        log.info("reanalysis {} is queued: {}", queued.id(), reason);
        queued();
        return true;
    }

    /**
     * Cancels a job.
     *
     * @param running whether also one that runs; what it has written stays
     * @return the job as it is now; empty if there is none of that id that can be cancelled
     */
    public Optional<ReanalysisJob> cancel(String id, boolean running, String who) {
        Set<JobStatus> from = running ? Set.of(JobStatus.QUEUED, JobStatus.RUNNING) : Set.of(JobStatus.QUEUED);
        Optional<ReanalysisJob> cancelled = store.jobs().end(id, from, JobStatus.CANCELLED, now(), wholeJob("cancelled by " + who));
        cancelled.ifPresent(this::ended);
        return cancelled;
    }

    /** Runs what is queued, until there is nothing left, the service stops, or another process is to. */
    void run() throws InterruptedException {
        while (mayRun.getAsBoolean() && !job.stopping()) {
            Optional<ReanalysisJob> next = store.jobs().take(now());
            if (next.isEmpty()) {
                return;
            }
            run(next.get());
        }
    }

    private void run(ReanalysisJob next) throws InterruptedException {
        log.info("reanalysis {} {}: {} of about {} items done{}", next.id(), next.progress().processed() > 0 ? "goes on" : "starts",
                next.progress().processed(), next.progress().total(), next.reason() == null ? "" : ", " + next.reason());
        long start = System.nanoTime();
        ReanalysisJob[] last = {next};
        figures.reached(next);
        try {
            Optional<ReanalysisJob> after = reanalysis.run(next, () -> job.stopping() || !mayRun.getAsBoolean(),
                    progress(reached -> last[0] = reached));
            after.filter(reached -> reached.status().ended()).ifPresent(done -> {
                long items = done.progress().processed() - next.progress().processed();
                double seconds = (System.nanoTime() - start) / 1e9;
                log.info("reanalysis {} completed: {} items in {} s ({}/s), {} changed, {} % changed class, {} errors", done.id(), items,
                        Math.round(seconds), Math.round(items / Math.max(1e-3, seconds)), done.effect().changed(),
                        done.effect().changedClassPercentage(), done.effect().errors());
                ended(done);
            });
            stumbles = Stumbles.NONE;
        } catch (LeaseLostException e) {
            log.info("reanalysis {} is left to another process: {}", next.id(), e.getMessage());
        } catch (RuntimeException e) {
            stumbled(last[0], e);
        } finally {
            figures.idle();
            written();
        }
    }

    private Consumer<ReanalysisJob> progress(Consumer<ReanalysisJob> noted) {
        long[] toldAt = {System.nanoTime()};
        return reached -> {
            noted.accept(reached);
            figures.reached(reached);
            if (reached.progress().atEnd()) {
                written();
            }
            tell();
            if (System.nanoTime() - toldAt[0] >= TOLD_EVERY.toNanos()) {
                toldAt[0] = System.nanoTime();
                log.info("reanalysis {}: {} of {} items, {} changed, {} % changed class", reached.id(), reached.progress().processed(),
                        reached.progress().total(), reached.effect().changed(), reached.effect().changedClassPercentage());
            }
        };
    }

    /** A store that is away for a while must not cost the job; what fails again and again at the same place must not go on for ever. */
    private void stumbled(ReanalysisJob at, RuntimeException e) {
        boolean again = stumbles.job().equals(at.id()) && stumbles.processed() == at.progress().processed();
        stumbles = new Stumbles(at.id(), at.progress().processed(), again ? stumbles.times() + 1 : 1);
        if (stumbles.times() >= TRIES && !(e instanceof StoreException store && store.isTransient())) {
            log.error("reanalysis {} failed after {} items; what it has written stays", at.id(), at.progress().processed(), e);
            store.jobs().end(at.id(), Set.of(JobStatus.RUNNING), JobStatus.FAILED, now(), wholeJob(String.valueOf(e.getMessage())))
                    .ifPresent(this::ended);
            return;
        }
        throw e;
    }

    private void queued() {
        tell();
        job.hurry();
    }

    private void ended(ReanalysisJob ended) {
        figures.ended(ended.status());
        tell();
    }

    private void written() {
        writtenListeners.forEach(Runnable::run);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private JobError wholeJob(String why) {
        return new JobError(JobError.WHOLE_JOB, why, now());
    }

    private Instant now() {
        return time.instant();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
