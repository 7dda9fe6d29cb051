package dev.sentimentagent.server.cli;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.server.settings.Settings;
import dev.sentimentagent.server.settings.SettingsException;
import dev.sentimentagent.server.settings.StoreAddress;
import dev.sentimentagent.store.sql.StoreCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code copy}: one store into another, of whatever kind. */
@Command(name = "copy", description = {
        "Copy a whole store into another one that is empty, from a file to a server or back; nothing may write to either meanwhile.",
        "One that broke off goes on where it was when it is run again. At the end rows, tallies and a recount of them are compared.",
        "To and from Cosmos DB it brings items with their scores and tools, the catalogue, coverage, gaps and topics; the rest stays behind.",
        "Passwords are not part of an address: STORE_PASSWORD, STORE_PASSWORD_FILE or PGPASSFILE has them."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:the copy is whole, and the same",
                "1:it is not the same; do not use it",
                "2:an address is wrong, or the source is not there",
                "3:a service or an import uses one of the two",
                "4:a store cannot be opened or failed; run it again to go on"})
final class CopyCommand implements Callable<Integer> {
    private static final long SHOWN_EVERY_NANOS = 2_000_000_000L;

    @Option(names = "--from", paramLabel = "URL", required = true, description = "As STORE_URL has it.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "URL", required = true, description = "As STORE_URL has it; a file is created, a database must be there.")
    private @Nullable String to;

    private long shownAt;

    @Override
    public Integer call() throws IOException {
        Settings settings = Startup.settings(Map.of("LOG_LEVEL", "WARN"));
        StoreAddress source = address("--from", requireNonNull(from));
        StoreAddress target = address("--to", requireNonNull(to));
        source.file().filter(Files::notExists).ifPresent(file -> {
            throw new CommandException(ExitCode.USAGE, "there is no database at " + file);
        });
        if (source.equals(target)) {
            throw new CommandException(ExitCode.USAGE, "--from and --to are the same");
        }
        List<DataLock> locks = new ArrayList<>();
        try {
            for (StoreAddress address : List.of(source, target)) {
                if (address.file().isPresent()) {
                    locks.add(DataLock.acquire(address.file().get(), DataLock.Holder.IMPORT, false));
                }
            }
            return copy(source, target, settings);
        } finally {
            for (DataLock lock : locks) {
                lock.close();
            }
        }
    }

    private int copy(StoreAddress source, StoreAddress target, Settings settings) {
        // The one must have the schema of this program, the other gets it.
        Startup.lookAtStore(source).close();
        Startup.openStore(target, settings.store().retries(), Startup.clock(settings)).close();
        // Instances of a later version may have brought it further.
        Startup.lookAtStore(target).close();
        if (source instanceof StoreAddress.Cosmos || target instanceof StoreAddress.Cosmos) {
            return transfer(source, target, settings);
        }
        long begun = System.nanoTime();
        long rows = new StoreCopy(Startup.end(source), Startup.end(target)).run(this::show);
        System.out.printf(Locale.ROOT, "%,d rows are in %s (%.1f s); comparing%n", rows, target, (System.nanoTime() - begun) / 1e9);
        try (Store one = Startup.lookAtStore(source); Store other = Startup.lookAtStore(target)) {
            Optional<String> difference = new Comparison(one, other).difference();
            System.out.println(difference.orElse("the copy has the same rows and tallies, and a recount of its items gives them"));
            return difference.isPresent() ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    /** Where rows cannot be copied as they are. */
    private int transfer(StoreAddress source, StoreAddress target, Settings settings) {
        long begun = System.nanoTime();
        try (Store one = Startup.lookAtStore(source);
                Store other = Startup.openStore(target, settings.store().retries(), Startup.clock(settings))) {
            ItemTransfer transfer = new ItemTransfer(one, other);
            long stored = transfer.run((items, all) -> show("items", items, all));
            System.out.printf(Locale.ROOT, "%,d items are new in %s (%.1f s); comparing%n", stored, target,
                    (System.nanoTime() - begun) / 1e9);
            Optional<String> difference = transfer.difference();
            System.out
                    .println(difference.orElse("the copy has the same items and tallies, and a recount gives them; " + ItemTransfer.LEFT));
            return difference.isPresent() ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    private void show(String table, long copied, long rows) {
        if ((copied == rows && rows > 0) || System.nanoTime() - shownAt >= SHOWN_EVERY_NANOS) {
            shownAt = System.nanoTime();
            System.out.printf(Locale.ROOT, "%s: %,d of %,d rows%n", table, copied, rows);
        }
    }

    private static StoreAddress address(String option, String url) {
        try {
            return StoreAddress.parse(url, Startup.password(), Path.of(""));
        } catch (SettingsException e) {
            throw new CommandException(ExitCode.USAGE, option + ": " + e.getMessage());
        }
    }
}
