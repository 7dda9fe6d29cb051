package dev.sentimentagent.server.cli;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.store.BulkLoad;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.server.collection.DumpImport;
import dev.sentimentagent.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code import}: dumps into the store. */
@Command(name = "import", description = {
        "Read Pushshift / Arctic Shift dumps (RS_*, RC_*: newline-delimited JSON, plain, .gz or .zst) into the store.",
        "An import that broke off goes on where it was; one that is repeated changes nothing."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:every file was read to its end",
                "2:a file does not exist, or a setting is wrong",
                "3:the service is running on the same database",
                "4:the store cannot be opened or failed",
                "5:a file could not be read to its end, or nothing in it is a post or comment; the rest was imported"})
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Dumps of posts or comments.")
    private List<Path> files;

    /** What came of all files. */
    private record Outcome(Counts counts, long skippedLines, int exitCode) {}

    /** For picocli. */
    ImportCommand() {
        this(List.of());
    }

    ImportCommand(List<Path> files) {
        this.files = files;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CommandException(ExitCode.USAGE, file + " is not a readable file");
            }
        }
        Settings settings = Startup.settings(Map.of("LOG_LEVEL", "WARN"));
        TimeSource time = Startup.clock(settings);
        try (DataLock _ = DataLock.acquire(settings, DataLock.Holder.IMPORT, false);
                Store store = Startup.openStore(settings, time)) {
            ItemAnalyzer analyzer = ItemAnalyzer.of(settings.collection().sentimentMethod(),
                    Startup.catalogue(settings, store, time).current().matcher());
            OldItems old = new OldItems(settings.store().retention(), time.instant());
            int exitCode = run(store, new DumpImport(analyzer, store, old, settings.store().address()));
            old.remark().ifPresent(System.out::println);
            return exitCode;
        }
    }

    private int run(Store store, DumpImport dumpImport) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Outcome outcome;
        try (BulkLoad _ = store.bulkLoad()) {
            outcome = run(dumpImport);
        }
        double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
        System.out.printf(Locale.ROOT, "%s (%,.0f items/s)%n", summary("total", outcome.counts(), outcome.skippedLines()),
                outcome.counts().fetched() / seconds);
        return outcome.exitCode();
    }

    private Outcome run(DumpImport dumpImport) throws IOException, InterruptedException {
        Counts total = Counts.ZERO;
        long skipped = 0;
        int exitCode = ExitCode.OK;
        for (Path file : files) {
            try (ImportProgress progress = ImportProgress.of(file)) {
                DumpImport.Result result = dumpImport.run(file, progress);
                total = total.plus(result.counts());
                skipped += result.skippedLines();
                progress.finished(summary(String.valueOf(file.getFileName()), result.counts(), result.skippedLines()));
                if (result.counts().fetched() > 0 && result.counts().fetched() == result.counts().rejected()) {
                    System.err.println(
                            file + ": nothing in it could be used; a dump has one post or comment a line, as JSON (RS_*, RC_*)");
                    exitCode = ExitCode.BAD_INPUT;
                }
                if (result.failure() != null) {
                    System.err.println(result.failure().getMessage() + "; what was read before is stored");
                    exitCode = ExitCode.BAD_INPUT;
                }
            }
        }
        return new Outcome(total, skipped, exitCode);
    }

    private static String summary(String name, Counts counts, long skipped) {
        return String.format(
                Locale.ROOT,
                "%s: %,d read = %,d stored + %,d updated + %,d unchanged + %,d rejected%s",
                name,
                counts.fetched(),
                counts.stored(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                skipped == 0 ? "" : String.format(Locale.ROOT, " (%,d lines had been imported before)", skipped));
    }
}
