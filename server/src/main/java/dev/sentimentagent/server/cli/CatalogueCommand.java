package dev.sentimentagent.server.cli;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.catalogue.CatalogueState;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.server.catalogue.Admin;
import dev.sentimentagent.server.catalogue.Catalogue;
import dev.sentimentagent.server.catalogue.CatalogueAdmin;
import dev.sentimentagent.server.catalogue.CatalogueException;
import dev.sentimentagent.server.catalogue.CatalogueFile;
import dev.sentimentagent.server.catalogue.CatalogueImport;
import dev.sentimentagent.server.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code catalogue}: tools and subreddits as a file, for those who keep theirs in git. */
@Command(name = "catalogue", description = "Write tools, links and subreddits to a file, read them from one, or check one.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", subcommands = {
        CatalogueCommand.Export.class, CatalogueCommand.Import.class, CatalogueCommand.Check.class})
final class CatalogueCommand implements Callable<Integer> {
    private static final Path STANDARD = Path.of("-");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        requireNonNull(spec).commandLine().usage(System.out);
        return ExitCode.USAGE;
    }

    private static CatalogueFile read(@Nullable Path file) throws IOException {
        Path path = requireNonNull(file);
        if (!path.equals(STANDARD) && (!Files.isReadable(path) || Files.isDirectory(path))) {
            throw new CommandException(ExitCode.USAGE, path + " is not a readable file");
        }
        try {
            return CatalogueFile.read(path.equals(STANDARD) ? System.in.readAllBytes() : Files.readAllBytes(path));
        } catch (CatalogueException e) {
            throw new CommandException(ExitCode.BAD_INPUT, path + ": " + e.getMessage());
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (file.equals(STANDARD)) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(text);
        } else {
            Files.writeString(file, text);
        }
    }

    /** {@code catalogue export}. */
    @Command(name = "export", description = {"Write the catalogue of the store, or the one that ships, to a file.",
            "Two of them can be compared line by line. The service may run meanwhile."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                    "0:it is written", "1:it could not be written", "2:a setting is wrong",
                    "4:the store cannot be opened"})
    static final class Export implements Callable<Integer> {
        @Option(names = "--shipped", description = "What ships with the program, not what is in the store.")
        private boolean shipped;

        @Parameters(paramLabel = "FILE", description = "Where to; - for the standard output.")
        private @Nullable Path file;

        @Override
        public Integer call() throws IOException {
            if (shipped) {
                write(requireNonNull(file), CatalogueFile.shipped().text());
                return ExitCode.OK;
            }
            Settings settings = Startup.settings(Map.of("LOG_LEVEL", "WARN"));
            try (Store store = Startup.lookAtStore(settings)) {
                CatalogueState state = store.catalogue().load();
                // A store that no service has looked into yet.
                CatalogueFile told = state.version() == 0 ? CatalogueFile.shipped() : CatalogueFile.of(state);
                write(requireNonNull(file), told.text());
            }
            return ExitCode.OK;
        }
    }

    /** {@code catalogue import}. */
    @Command(name = "import", description = {
            "Bring the catalogue of the store to what a file says: all of it, or nothing if it is not in order.",
            "What the file does not name stays. What is stored is matched anew by a reanalysis."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                    "0:the catalogue is as the file says", "2:the file cannot be read, or a setting is wrong",
                    "3:the service is running on the same database: use its page /admin, or stop it first",
                    "4:the store cannot be opened or failed", "5:the file is not in order; nothing was changed"})
    static final class Import implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "A file as export writes it; - for the standard input.")
        private @Nullable Path file;

        @Override
        public Integer call() throws IOException {
            CatalogueFile read = read(file);
            Settings settings = Startup.settings(Map.of("LOG_LEVEL", "WARN"));
            TimeSource time = Startup.clock(settings);
            try (DataLock _ = DataLock.acquire(settings, DataLock.Holder.IMPORT, false);
                    Store store = Startup.openStore(settings, time)) {
                Catalogue catalogue = Startup.catalogue(settings, store, time);
                CatalogueImport.Result result = new CatalogueAdmin(catalogue, store, _ -> {}, time).files().run(read, Admin.COMMAND_LINE);
                result.said().forEach(System.out::println);
                System.out.println(result.said().isEmpty()
                        ? "nothing is different"
                        : result.said().size() == 1 ? "1 change" : result.said().size() + " changes");
                return ExitCode.OK;
            } catch (CatalogueException e) {
                throw new CommandException(ExitCode.BAD_INPUT, file + ": " + e.getMessage());
            }
        }
    }

    /** {@code catalogue check}. */
    @Command(name = "check", description = "Say whether a file is in order; needs no store.", mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:it is in order", "2:it cannot be read", "5:it is not in order; the first fault is told"})
    static final class Check implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "A file as export writes it; - for the standard input.")
        private @Nullable Path file;

        @Override
        public Integer call() throws IOException {
            CatalogueFile read = read(file);
            System.out.println(file + ": " + read.tools().size() + " tools, in order");
            return ExitCode.OK;
        }
    }
}
