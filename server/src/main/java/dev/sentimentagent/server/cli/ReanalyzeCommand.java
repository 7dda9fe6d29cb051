package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.server.reanalysis.Reanalysis;
import dev.sentimentagent.server.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code reanalyze}: stored items by the present scorer. */
@Command(name = "reanalyze", description = {
        "Score stored items anew that another scorer or version has scored, by SENTIMENT_METHOD, and look for their tools with the present"
                + " catalogue.",
        "One that broke off goes on where it was; one that is repeated changes nothing."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:every item has a score of the present scorer", "2:a setting is wrong", "3:the service is running on the same database",
                "4:the store cannot be opened or failed; what was done before stays"})
final class ReanalyzeCommand implements Callable<Integer> {
    private static final long SHOWN_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    @Override
    public Integer call() throws InterruptedException, IOException {
        Settings settings = Startup.settings(Map.of("LOG_LEVEL", "WARN"));
        TimeSource time = Startup.clock(settings);
        try (DataLock _ = DataLock.acquire(settings, DataLock.Holder.IMPORT, false);
                Store store = Startup.openStore(settings, time)) {
            ItemAnalyzer analyzer = ItemAnalyzer.of(settings.collection().sentimentMethod(),
                    Startup.catalogue(settings, store, time).current().matcher());
            Reanalysis reanalysis = new Reanalysis(store.items(), analyzer, (_, _) -> {}, Duration.ZERO);
            long started = System.nanoTime();
            long[] shownAt = {started};
            long[] done = {0};
            long changed = reanalysis.run(items -> {
                done[0] = items;
                if (System.nanoTime() - shownAt[0] >= SHOWN_EVERY_NANOS) {
                    shownAt[0] = System.nanoTime();
                    System.out.printf(Locale.ROOT, "%,d items, %,.0f/s%n", items, rate(items, started));
                }
            });
            System.out.printf(Locale.ROOT, "%,d items of other scorers read, %,d changed, all by %s %s now (%,.0f items/s)%n", done[0],
                    changed,
                    analyzer.scorer().method(), analyzer.scorer().version(), rate(done[0], started));
            return ExitCode.OK;
        }
    }

    private static double rate(long items, long started) {
        return items / Math.max(1e-3, (System.nanoTime() - started) / 1e9);
    }
}
