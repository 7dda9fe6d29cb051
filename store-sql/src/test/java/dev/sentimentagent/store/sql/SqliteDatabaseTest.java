package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Batch;
import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteException;

/** Locks, crashes, broken transactions and waiting, on real files. */
@Timeout(60)
class SqliteDatabaseTest {
    private static final Query<Long> BUMP = session -> DataVersion.after(session, true);
    private static final Query<Long> VERSION = new SelectDataVersion();

    @TempDir
    Path folder;

    @Test
    void aWriteWaitsOutALockThatPasses() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = other.createStatement()) {
            VirtualTime time = new VirtualTime(() -> rollback(statement));
            try (Store store = SqliteStore.open(file, Fixtures.SETTINGS, new RetryPolicy(3, Duration.ofSeconds(1)), time, new Random(1))) {
                statement.execute("BEGIN IMMEDIATE");
                Fixtures.fill(store, 10, 10);

                assertThat(time.sleeps()).hasSize(1);
                assertThat(store.dataVersion()).isEqualTo(1);
            }
        }
    }

    @Test
    void aWriteGivesUpOnALockThatStaysAndTheNextOneWorks() throws SQLException {
        Path file = folder.resolve("store.db");
        VirtualTime time = new VirtualTime(() -> {});
        try (Store store = SqliteStore.open(file, Fixtures.SETTINGS, new RetryPolicy(3, Duration.ofSeconds(1)), time, new Random(1));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            StoreException thrown = catchThrowableOfType(StoreException.class, () -> Fixtures.fill(store, 10, 10));
            assertThat(thrown.isTransient()).isTrue();
            assertThat(thrown).hasMessageContaining("SaveBatch failed after 3 tries");
            assertThat(time.sleeps()).hasSize(2);
            assertThat(store.dataVersion()).as("readers are not held up").isZero();
            statement.execute("ROLLBACK");

            Fixtures.fill(store, 10, 10);
            assertThat(store.dataVersion()).isEqualTo(1);
        }
    }

    @Test
    void betweenTwoWritesOthersCanWrite() throws SQLException {
        Path file = folder.resolve("store.db");
        try (Store store = Fixtures.open(file); Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Fixtures.fill(store, 10, 10);
            try (Statement statement = other.createStatement()) {
                statement.execute("UPDATE data_version SET version = version + 10");
            }
            assertThat(store.dataVersion()).isEqualTo(11);
        }
    }

    @Test
    void whatWasCommittedSurvivesACrash() throws IOException {
        Path file = folder.resolve("store.db");
        try (Store store = Fixtures.open(file)) {
            Fixtures.fill(store, 3000, 100);
            Path copy = crash(file, "copy", Long.MAX_VALUE);
            try (Store recovered = Fixtures.open(copy)) {
                assertThat(recovered.dataVersion()).isEqualTo(store.dataVersion()).isEqualTo(30);
                assertThat(Fixtures.rollupsAreExact(recovered)).isTrue();
                assertThat(recovered.items().count(Fixtures.EVER)).isEqualTo(store.items().count(Fixtures.EVER));
            }
        }
    }

    @Test
    void aCrashInTheMiddleOfAWriteLeavesWholeBatches() throws IOException {
        Path file = folder.resolve("store.db");
        Random random = new Random(3);
        try (Store store = Fixtures.open(file)) {
            Fixtures.fill(store, 600, 50);
            long log = Files.size(log(file));
            long last = 0;
            for (int i = 0; i < 20; i++) {
                Path copy = crash(file, "cut" + i, (long) (log * (i + random.nextDouble()) / 20));
                try (Store recovered = Fixtures.open(copy)) {
                    long version = recovered.dataVersion();
                    long items = recovered.items().count(Fixtures.EVER).values().stream().mapToLong(Long::longValue).sum();
                    assertThat(items).as("cut " + i).isEqualTo(50 * version);
                    assertThat(version).isGreaterThanOrEqualTo(last);
                    assertThat(Fixtures.rollupsAreExact(recovered)).isTrue();
                    last = version;
                }
            }
            assertThat(last).as("the later cuts keep some batches").isPositive();
        }
    }

    @Test
    void aTransactionThatBreaksLeavesNothingWhateverBrokeIt() throws SQLException {
        SqliteDatabase database = SqliteDatabase.open(folder.resolve("store.db"), Fixtures.SETTINGS);
        database.write(BUMP);
        assertThatThrownBy(() -> database.write(session -> {
            BUMP.run(session);
            throw new IllegalStateException("a fault of ours");
        })).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> database.write(session -> {
            BUMP.run(session);
            throw new StackOverflowError();
        })).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> database.write(session -> {
            BUMP.run(session);
            return session.sql("INSERT INTO nowhere VALUES (1)").update();
        })).isInstanceOf(SQLiteException.class);
        // Half-given parameters of a statement that is kept must not leak into its next use.
        assertThatThrownBy(() -> database.write(session -> {
            session.sql("UPDATE data_version SET version = ? + ?").number(100);
            throw new IllegalStateException("between two parameters");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(database.read(VERSION)).isEqualTo(1);
        int changed = database.write(session -> session.sql("UPDATE data_version SET version = ? + ?").number(3).number(4).update());
        assertThat(changed).isEqualTo(1);
        assertThat(database.read(VERSION)).isEqualTo(7);
        database.close();
    }

    @Test
    void aReaderCannotWrite() throws SQLException {
        SqliteDatabase database = SqliteDatabase.open(folder.resolve("store.db"), Fixtures.SETTINGS);

        assertThatThrownBy(() -> database.read(BUMP)).isInstanceOf(SQLiteException.class).hasMessageContaining("READONLY");
        assertThat(database.write(BUMP)).isEqualTo(1);
        database.close();
    }

    @Test
    void aReadSeesOneStateThroughout() throws SQLException {
        SqliteDatabase database = SqliteDatabase.open(folder.resolve("store.db"), Fixtures.SETTINGS);
        boolean same = database.read(session -> {
            long before = VERSION.run(session);
            database.write(BUMP);
            return before == VERSION.run(session);
        });

        assertThat(same).isTrue();
        assertThat(database.read(VERSION)).isEqualTo(1);
        database.close();
    }

    @Test
    void aPingDoesNotWaitForTheWriterNorForReaders() throws Exception {
        SqliteDatabase database = SqliteDatabase.open(folder.resolve("store.db"), Fixtures.SETTINGS);
        CountDownLatch busy = new CountDownLatch(1 + Fixtures.SETTINGS.readers());
        CountDownLatch release = new CountDownLatch(1);
        Query<Long> hang = session -> {
            long version = VERSION.run(session);
            busy.countDown();
            await(release);
            return version;
        };
        Thread writer = Thread.ofPlatform().start(() -> quietly(() -> database.write(hang)));
        Thread[] readers = new Thread[Fixtures.SETTINGS.readers()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = Thread.ofPlatform().start(() -> quietly(() -> database.read(hang)));
        }
        busy.await();
        database.ping();
        release.countDown();
        writer.join();
        for (Thread reader : readers) {
            reader.join();
        }
        database.close();
    }

    @Test
    void anInterruptEndsTheWaitForAReaderAndIsKept() {
        SqliteSettings settings = new SqliteSettings(Duration.ofMillis(50), 1, Duration.ofSeconds(20));
        SqliteDatabase database = SqliteDatabase.open(folder.resolve("store.db"), settings);
        Calls calls = new Calls(database, new RetryPolicy(3, Duration.ofSeconds(1)), TimeSource.system(), new Random(1), Calls.SLOW);
        AtomicReference<String> outcome = new AtomicReference<>("");
        calls.read(session -> {
            Thread waiting = Thread.ofPlatform().start(() -> {
                StoreException thrown = catchThrowableOfType(StoreException.class, () -> calls.read(VERSION));
                outcome.set("transient " + thrown.isTransient() + ", interrupted " + Thread.currentThread().isInterrupted());
            });
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            waiting.interrupt();
            join(waiting);
            return 0;
        });

        assertThat(outcome.get()).isEqualTo("transient true, interrupted true");
        calls.close();
    }

    @Test
    void deletedTextIsGoneFromTheFile() throws IOException {
        Path file = folder.resolve("store.db");
        List<ScoredItem> items = new ArrayList<>(new NinetyDays(3000, 5).next(3000));
        for (int i = 0; i < items.size(); i += 10) {
            items.set(i, withBody(items.get(i), "marked-for-removal ".repeat(i % 100 == 0 ? 2000 : 10), false));
        }
        try (Store store = Fixtures.open(file)) {
            for (int from = 0; from < items.size(); from += 100) {
                store.items().save(Batch.of(items.subList(from, from + 100)));
            }
        }
        assertThat(contains(file, "marked-for-removal")).isTrue();
        try (Store store = Fixtures.open(file)) {
            for (int i = 0; i < items.size(); i += 10) {
                store.items().save(Batch.of(List.of(withBody(items.get(i), "", true))));
            }
        }
        assertThat(contains(file, "marked-for-removal")).isFalse();
    }

    private static ScoredItem withBody(ScoredItem scored, String body, boolean deleted) {
        Item item = scored.item();
        return new ScoredItem(switch (item) {
            case Post p -> new Post(p.id(), p.subreddit(), p.author(), p.title(), body, p.url(), p.permalink(), p.createdUtc(),
                    p.collectedAt(), p.upvotes(), p.commentCount(), p.editedAt(), deleted);
            case Comment c -> new Comment(c.id(), c.subreddit(), c.author(), c.postId(), c.parent(), body, c.permalink(), c.createdUtc(),
                    c.collectedAt(), c.upvotes(), c.editedAt(), deleted);
        }, scored.score(), scored.toolIds());
    }

    private static boolean contains(Path file, String text) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    }

    /** Copies the files as they are at this moment, the log cut off at a length: what a machine that loses power leaves. */
    private Path crash(Path file, String name, long logLength) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name)).resolve("store.db");
        Files.copy(file, copy);
        Files.copy(log(file), log(copy));
        if (logLength < Files.size(log(copy))) {
            try (FileChannel channel = FileChannel.open(log(copy), StandardOpenOption.WRITE)) {
                channel.truncate(logLength);
            }
        }
        return copy;
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private interface Task {
        void run() throws SQLException;
    }

    private static void quietly(Task task) {
        try {
            task.run();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void rollback(Statement statement) {
        quietly(() -> statement.execute("ROLLBACK"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
