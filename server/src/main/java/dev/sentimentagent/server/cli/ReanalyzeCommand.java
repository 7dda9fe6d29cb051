package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.job.JobScope;
import dev.sentimentagent.model.job.ReanalysisJob;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.server.reanalysis.Pace;
import dev.sentimentagent.server.reanalysis.Reanalysis;
import dev.sentimentagent.server.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code reanalyze}: stored items by the present scorer and catalogue, as a job that this process runs. */
@Command(name = "reanalyze", description = {
        "Score stored items anew that another scorer or version has scored, by SENTIMENT_METHOD, and look for the tools of all of them with"
                + " the present catalogue.",
        "A job that broke off, also one of the service, goes on first, where it was; one that is repeated changes nothing.",
        "While the service runs it does the same: POST /api/v1/admin/reanalysis/jobs with {\"rescore\": true}."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:every item has a score of the present scorer", "2:a setting is wrong", "3:the service is running on the same database",
                "4:the store cannot be opened or failed; what was done before stays"})
final class ReanalyzeCommand implements Callable<Integer> {
    private static final String WHO = "command line";
    private static final long SHOWN_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    @Override
    public Integer call() throws InterruptedException, IOException {
        Settings settings = Startup.settings(Map.of("LOG_LEVEL", "WARN"));
        TimeSource time = Startup.clock(settings);
        try (DataLock _ = DataLock.acquire(settings, DataLock.Holder.IMPORT, false);
                Store store = Startup.openStore(settings, time)) {
            ItemAnalyzer analyzer = ItemAnalyzer.of(settings.collection().sentimentMethod(),
                    Startup.catalogue(settings, store, time).current().matcher());
            Reanalysis reanalysis = new Reanalysis(store, () -> analyzer, (_, _) -> {}, Pace.full(), time);
            boolean done = false;
            Optional<ReanalysisJob> open = store.jobs().take(time.instant());
            while (open.isPresent()) {
                done |= open.get().scope().equals(JobScope.all(true));
                run(reanalysis, open.get());
                open = store.jobs().take(time.instant());
            }
            if (!done) {
                JobScope scope = JobScope.all(true);
                store.jobs().add(ReanalysisJob.manual(UUID.randomUUID().toString(), WHO, scope, Reanalysis.estimate(store, scope),
                        time.instant()), false);
                run(reanalysis, store.jobs().take(time.instant()).orElseThrow());
            }
            System.out.printf("all by %s %s now%n", analyzer.scorer().method(), analyzer.scorer().version());
            return ExitCode.OK;
        }
    }

    private static void run(Reanalysis reanalysis, ReanalysisJob job) throws InterruptedException {
        long before = job.progress().processed();
        System.out.printf(Locale.ROOT, "job %s, %,d of about %,d items done%n", job.id(), before, job.progress().total());
        long started = System.nanoTime();
        long[] shownAt = {started};
        ReanalysisJob ended = reanalysis.run(job, () -> false, reached -> {
            if (System.nanoTime() - shownAt[0] >= SHOWN_EVERY_NANOS) {
                shownAt[0] = System.nanoTime();
                show(reached, before, started);
            }
        }).orElse(job);
        show(ended, before, started);
    }

    private static void show(ReanalysisJob job, long before, long started) {
        double rate = (job.progress().processed() - before) / Math.max(1e-3, (System.nanoTime() - started) / 1e9);
        System.out.printf(Locale.ROOT, "%,d of %,d items, %,d changed, %.2f %% changed class, %,.0f items/s%n", job.progress().processed(),
                job.progress().total(), job.effect().changed(), job.effect().changedClassPercentage(), rate);
    }
}
