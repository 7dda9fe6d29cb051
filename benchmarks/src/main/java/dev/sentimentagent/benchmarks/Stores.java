package dev.sentimentagent.benchmarks;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.store.sql.SqliteStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** Generated stores and dumps in a folder, made once for each seed, length and schema. */
final class Stores {
    /** To be raised when {@link StoreGenerator} or {@link History} changes what is in a store. */
    private static final int GENERATION = 1;

    private final Path folder;
    private final long seed;
    private final Consumer<String> progress;

    /** @param progress takes a line about each store that is made */
    Stores(Path folder, long seed, Consumer<String> progress) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.seed = seed;
        this.progress = progress;
    }

    /** The database of so many days. It is shared: whoever changes what is in it takes a {@link #copy}. */
    Path store(int days) throws IOException, InterruptedException {
        Path file = folder.resolve("store-seed%d-days%d-%s.db".formatted(seed, days, schema()));
        if (Files.exists(file)) {
            return file;
        }
        Path unfinished = emptied("unfinished.db");
        long start = System.nanoTime();
        long items;
        try (Store store = open(unfinished)) {
            items = StoreGenerator.fill(store, new History(seed, days));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        progress.accept("generated %d days: %,d items in %.1f s, %,.0f a second, %,d MB".formatted(days, items, seconds, items / seconds,
                Files.size(file) >> 20));
        return file;
    }

    /** A copy of its own of the database of so many days. */
    Path copy(int days, String name) throws IOException, InterruptedException {
        Path original = store(days);
        return Files.copy(original, emptied(name));
    }

    /** An empty place for a database. */
    Path emptied(String name) throws IOException {
        Path file = folder.resolve(name);
        for (String suffix : List.of("", "-wal", "-shm", ".lock")) {
            Files.deleteIfExists(file.resolveSibling(name + suffix));
        }
        return file;
    }

    /** The dumps, posts and comments, of the last so many days. */
    List<Path> dumps(int days) throws IOException {
        List<Path> dumps = new ArrayList<>();
        History history = new History(seed, days);
        for (ItemKind kind : ItemKind.values()) {
            Path file = folder.resolve("%s-seed%d-days%d-%d.ndjson".formatted(kind == ItemKind.POST ? "RS" : "RC", seed, days, GENERATION));
            if (!Files.exists(file)) {
                Path unfinished = folder.resolve("unfinished.ndjson");
                long lines;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                    lines = history.world().writeDump(history.window(), kind, out);
                }
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                progress.accept("generated a dump of %d days: %,d lines, %,d MB".formatted(days, lines, Files.size(file) >> 20));
            }
            dumps.add(file);
        }
        return dumps;
    }

    static Store open(Path file) {
        return SqliteStore.open(file, RetryPolicy.NEVER, TimeSource.system(), RandomGenerator.getDefault());
    }

    /** Changes with the schema: the migrations may still be edited in place. */
    private String schema() throws IOException {
        Path empty = emptied("schema.db");
        open(empty).close();
        CRC32 sum = new CRC32();
        sum.update(GENERATION);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + empty);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")) {
            while (rows.next()) {
                sum.update(rows.getString(1).getBytes(StandardCharsets.UTF_8));
            }
        } catch (SQLException e) {
            throw new IOException("the schema of " + empty + " cannot be read", e);
        }
        return "%08x".formatted(sum.getValue());
    }

    /** Removes copies and what is unfinished. */
    void tidy() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.startsWith("store-") && !name.startsWith("RS-") && !name.startsWith("RC-")) {
                    Files.delete(file);
                }
            }
        }
    }
}
