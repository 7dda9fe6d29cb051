package dev.sentimentagent.server.collection;

import dev.sentimentagent.reddit.DumpPosition;
import dev.sentimentagent.server.settings.StoreAddress;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Properties;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Where the import of a file stood, in a small file beside the database, so that one that broke off is taken up again. It is written after
 * the commit it tells of; at worst some lines are read twice, which changes nothing.
 */
final class ImportCheckpoint {
    private final Path checkpoint;
    private final String dump;
    private final String database;
    private final LongSupplier dataVersion;

    /**
     * The checkpoint of a dump on its way into a database.
     *
     * @param store what it is imported into
     * @param dataVersion the present version of its data
     */
    ImportCheckpoint(StoreAddress store, LongSupplier dataVersion, Path dump) throws IOException {
        Path real = dump.toRealPath();
        Path folder = folder(store);
        this.database = identity(store);
        this.dataVersion = dataVersion;
        // A dump that was replaced by another is another dump.
        this.dump = real + " " + Files.size(real) + " " + Files.getLastModifiedTime(real);
        this.checkpoint = folder
                .resolve("import-" + UUID.nameUUIDFromBytes(real.toString().getBytes(StandardCharsets.UTF_8)) + ".checkpoint");
    }

    /** Beside a file; of a server's database, where this machine keeps its own. */
    private static Path folder(StoreAddress store) throws IOException {
        return switch (store) {
            case StoreAddress.Sqlite(Path file) -> file.toRealPath().resolveSibling("");
            case StoreAddress.Postgresql postgresql -> Files.createDirectories(postgresql.folder().toAbsolutePath());
            case StoreAddress.Cosmos cosmos -> Files.createDirectories(cosmos.folder().toAbsolutePath());
        };
    }

    private static String identity(StoreAddress store) throws IOException {
        return switch (store) {
            case StoreAddress.Sqlite(Path path) -> {
                Path real = path.toRealPath();
                BasicFileAttributes file = Files.readAttributes(real, BasicFileAttributes.class);
                // A database that was made anew is another database.
                yield real + " " + file.fileKey() + " " + file.creationTime();
            }
            // One that was made anew is told by the version of its data, which begins again.
            case StoreAddress.Postgresql postgresql -> postgresql.toString();
            case StoreAddress.Cosmos cosmos -> cosmos.toString();
        };
    }

    /** Where to begin: at the start if the file was never begun, was read to its end, or either file is not what it was. */
    DumpPosition load() throws IOException {
        if (!Files.exists(checkpoint)) {
            return DumpPosition.START;
        }
        Properties saved = new Properties();
        try (Reader in = Files.newBufferedReader(checkpoint)) {
            saved.load(in);
            // Where the data is older than the checkpoint, a backup was put back: what came after it is to be read again.
            boolean holds = dump.equals(saved.getProperty("dump"))
                    && database.equals(saved.getProperty("database"))
                    && Long.parseLong(saved.getProperty("data_version")) <= dataVersion.getAsLong();
            return holds
                    ? new DumpPosition(Long.parseLong(saved.getProperty("lines")), Long.parseLong(saved.getProperty("bytes")))
                    : DumpPosition.START;
        } catch (IllegalArgumentException _) {
            // A checkpoint that cannot be read costs time, not data.
            return DumpPosition.START;
        }
    }

    void save(DumpPosition position) throws IOException {
        Properties values = new Properties();
        values.setProperty("dump", dump);
        values.setProperty("database", database);
        values.setProperty("data_version", Long.toString(dataVersion.getAsLong()));
        values.setProperty("lines", Long.toString(position.lines()));
        values.setProperty("bytes", Long.toString(position.bytes()));
        Path fresh = checkpoint.resolveSibling(checkpoint.getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            values.store(out, null);
        }
        try {
            Files.move(fresh, checkpoint, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(fresh, checkpoint, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(checkpoint);
    }
}
