package dev.sentimentagent.server.cli;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.server.settings.StoreAddress;
import dev.sentimentagent.store.sql.SqliteStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backup}: a copy of the database, while the service goes on using it. */
@Command(name = "backup", description = {
        "Copy the database into a new file; the service may run and store meanwhile.",
        "The copy is the database as it was at one moment. To restore it: stop the service, put the copy in the place of the database, take away"
                + " the files -wal and -shm beside it, start."}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                        "0:the copy is whole, and on the disk",
                        "1:it could not be written; there is no copy",
                        "2:the file exists, a setting is wrong, or the database lies on a server",
                        "4:the store cannot be read"})
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Where to; must not exist.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        Path copy = requireTarget();
        StoreAddress address = Startup.settings(Map.of("LOG_LEVEL", "WARN")).store().address();
        Path database = address.file()
                .orElseThrow(() -> new CommandException(ExitCode.USAGE,
                        "the database lies on a server; its own program copies it as it is at one"
                                + " moment: pg_dump -Fc -f " + copy + " '" + address + "'; pg_restore puts it back"));
        if (!Files.exists(database)) {
            throw new CommandException(ExitCode.STORE,
                    database + " is not there: nothing has been stored yet, or STORE_URL names another file");
        }
        Path part = copy.resolveSibling(copy.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            SqliteStore.copy(database, part);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        System.out.printf(Locale.ROOT, "%s: %,d bytes%n", copy, Files.size(copy));
        return ExitCode.OK;
    }

    private Path requireTarget() {
        Path target = requireNonNull(file).toAbsolutePath();
        if (Files.exists(target)) {
            throw new CommandException(ExitCode.USAGE, target + " exists: a backup overwrites nothing");
        }
        return target;
    }
}
