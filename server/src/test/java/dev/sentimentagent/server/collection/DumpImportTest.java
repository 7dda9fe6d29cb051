package dev.sentimentagent.server.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Counts;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.reddit.DumpBlock;
import dev.sentimentagent.reddit.DumpException;
import dev.sentimentagent.reddit.DumpLine;
import dev.sentimentagent.reddit.DumpPosition;
import dev.sentimentagent.sentiment.ItemAnalyzer;
import dev.sentimentagent.sentiment.SentimentMethod;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.server.settings.StoreAddress;
import dev.sentimentagent.standin.GeneratedWorld;
import dev.sentimentagent.store.sql.SqliteStore;
import dev.sentimentagent.testsupport.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpImportTest {
    private static final Instant END = Instant.parse("2026-03-10T00:00:00Z");
    private static final Window DAYS = Window.ending(END, Duration.ofDays(2));

    @TempDir
    private Path folder;

    private final ItemAnalyzer analyzer = ItemAnalyzer.of(SentimentMethod.VADER, ToolCatalogue.standard());
    private final List<DumpLine.Bad> bad = new ArrayList<>();
    private long lastLine;
    private Store store;
    private DumpImport dumpImport;

    private final ImportListener watcher = new ImportListener() {
        @Override
        public void progressed(long bytesRead, long bytesTotal, long lines) {
            assertThat(bytesRead).isLessThanOrEqualTo(bytesTotal);
            lastLine = lines;
        }

        @Override
        public void rejected(DumpLine.Bad line) {
            bad.add(line);
        }
    };

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("t.db"), RetryPolicy.NEVER, new ManualTime(END), RandomGenerator.getDefault());
        dumpImport = new DumpImport(analyzer, store, (_, _) -> {}, new StoreAddress.Sqlite(folder.resolve("t.db")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        Path dump = folder.resolve("RC_test.ndjson.gz");
        long lines;
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dump))) {
            lines = new GeneratedWorld(3, 1).writeDump(DAYS, ItemKind.COMMENT, out);
        }
        assertThat(lines).isGreaterThan(1000);
        assertThat(dumpImport.run(dump, watcher)).isEqualTo(new DumpImport.Result(new Counts(lines, lines, 0, 0, 0), 0, null));
        assertThat(lastLine).isEqualTo(lines);
        long version = store.dataVersion();
        assertThat(dumpImport.run(dump, watcher)).isEqualTo(new DumpImport.Result(new Counts(lines, 0, 0, lines, 0), 0, null));
        assertThat(store.dataVersion()).isEqualTo(version);
        assertRollupsEqualARecount();
        assertThat(checkpoints()).isEmpty();
    }

    @Test
    void aBadLineIsReportedWithItsNumberAndTheRestGoesOn() throws Exception {
        Path dump = plainDump();
        long lines = Files.readAllLines(dump).size();
        Files.writeString(dump, "\n{\"id\": \"x\", \"title\"\n{}\n", StandardOpenOption.APPEND);
        DumpImport.Result result = dumpImport.run(dump, watcher);
        assertThat(result.counts()).isEqualTo(new Counts(lines + 2, lines, 0, 0, 2));
        assertThat(bad).extracting(DumpLine.Bad::lineNumber).containsExactly(lines + 2, lines + 3);
    }

    @Test
    void aFileThatEndsEarlyIsImportedAsFarAsItGoes() throws Exception {
        Path whole = folder.resolve("RS_whole.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            new GeneratedWorld(3, 1).writeDump(DAYS, ItemKind.POST, out);
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("RS_cut.gz");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        DumpImport.Result result = dumpImport.run(cut, watcher);
        assertThat(result.failure()).isInstanceOf(DumpException.class).hasMessageContaining("RS_cut.gz");
        // Those that were deleted are stored, and do not count.
        assertThat(result.counts().stored()).isGreaterThanOrEqualTo(store.items().count(DAYS).getOrDefault(ItemKind.POST, 0L)).isPositive();
        assertThat(store.items().count(DAYS).getOrDefault(ItemKind.POST, 0L)).isPositive();
        assertRollupsEqualARecount();
    }

    @Test
    void anImportThatBrokeOffGoesOnWhereItWas() throws Exception {
        Path dump = plainDump();
        List<String> lines = Files.readAllLines(dump);
        int before = lines.size() / 2;
        long bytes = lines.subList(0, before).stream().mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length + 1).sum();
        new ImportCheckpoint(new StoreAddress.Sqlite(folder.resolve("t.db")), store::dataVersion, dump)
                .save(new DumpPosition(before, bytes));
        DumpImport.Result result = dumpImport.run(dump, watcher);
        assertThat(result.skippedLines()).isEqualTo(before);
        assertThat(result.counts().stored()).isEqualTo(lines.size() - before);
        assertThat(checkpoints()).isEmpty();
    }

    /** The same dump into another database, or into one that was put back from a backup, is read from its start. */
    @Test
    void aCheckpointHoldsForItsDatabaseOnly() throws Exception {
        Path dump = plainDump();
        new ImportCheckpoint(new StoreAddress.Sqlite(folder.resolve("t.db")), () -> store.dataVersion() + 1, dump)
                .save(new DumpPosition(1, 100));
        assertThat(dumpImport.run(dump, watcher).skippedLines()).isZero();
        Path other = folder.resolve("other.db");
        Files.createFile(other);
        new ImportCheckpoint(new StoreAddress.Sqlite(other), store::dataVersion, dump).save(new DumpPosition(1, 100));
        assertThat(dumpImport.run(dump, watcher).skippedLines()).isZero();
    }

    @Test
    void aFileThatChangedIsReadFromItsStart() throws Exception {
        Path dump = plainDump();
        new ImportCheckpoint(new StoreAddress.Sqlite(folder.resolve("t.db")), store::dataVersion, dump).save(new DumpPosition(1, 100));
        Files.writeString(dump, "\n", StandardOpenOption.APPEND);
        assertThat(dumpImport.run(dump, watcher).skippedLines()).isZero();
    }

    /** What is made as it is needed is stored like what is read, in full batches of one subreddit each. */
    @Test
    void whatIsInNoFileIsImportedInFullBatches() throws Exception {
        List<Integer> batches = new ArrayList<>();
        DumpImport counting = new DumpImport(analyzer, store, (batch, _) -> batches.add(batch.items().size()),
                new StoreAddress.Sqlite(folder.resolve("t.db")));
        GeneratedWorld world = new GeneratedWorld(3, 1);
        List<Callable<DumpBlock>> blocks = new ArrayList<>();
        for (Instant hour = DAYS.start(); hour.isBefore(DAYS.end()); hour = hour.plus(Duration.ofHours(1))) {
            Window window = new Window(hour, hour.plus(Duration.ofHours(1)));
            blocks.add(() -> {
                ByteArrayOutputStream lines = new ByteArrayOutputStream();
                world.writeDump(window, ItemKind.COMMENT, DAYS.end(), lines);
                return DumpBlock.of(lines.toByteArray(), ItemKind.COMMENT);
            });
        }
        long lines = world.writeDump(DAYS, ItemKind.COMMENT, OutputStream.nullOutputStream());
        assertThat(counting.run(blocks.iterator(), watcher)).isEqualTo(new Counts(lines, lines, 0, 0, 0));
        assertThat(batches).hasSizeLessThan((int) (lines / Batch.MAX_ITEMS) + 1 + world.subreddits().size());
        assertRollupsEqualARecount();
    }

    private Path plainDump() throws IOException {
        Path dump = folder.resolve("RS_plain.ndjson");
        try (OutputStream out = Files.newOutputStream(dump)) {
            new GeneratedWorld(3, 1).writeDump(DAYS, ItemKind.POST, out);
        }
        return dump;
    }

    private List<Path> checkpoints() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".checkpoint")).toList();
        }
    }

    private void assertRollupsEqualARecount() {
        Window all = new Window(Instant.EPOCH, END.plus(Duration.ofDays(1)));
        assertThat(store.statistics().rollups(all).list()).isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(store.statistics().recount(all));
    }
}
