package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sentimentagent.model.store.RetryPolicy;
import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.time.TimeSource;
import dev.sentimentagent.testsupport.ManualTime;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteException;

/** Locks, broken transactions and waiting, on real files. */
@Timeout(60)
class SqliteDatabaseTest {
    private static final Query<Long> BUMP = DataVersion::next;
    private static final Query<Long> VERSION = new SelectDataVersion();

    @TempDir
    Path folder;

    @Test
    void aWriteWaitsOutALockThatPasses() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = other.createStatement()) {
            ManualTime time = new ManualTime();
            time.meanwhile(() -> statement.execute("ROLLBACK"));
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
        ManualTime time = new ManualTime();
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
    void whatFailsLeavesNoTraceInLaterReadsAndPings() throws SQLException {
        Path file = folder.resolve("store.db");
        SqliteDatabase database = SqliteDatabase.open(file, Fixtures.SETTINGS);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = other.createStatement()) {
            statement.execute("ALTER TABLE data_version RENAME TO elsewhere");
            for (int i = 0; i < 3 * Fixtures.SETTINGS.readers(); i++) {
                assertThatThrownBy(() -> database.read(VERSION)).isInstanceOf(SQLiteException.class);
                assertThatThrownBy(database::ping).isInstanceOf(SQLiteException.class);
            }
            statement.execute("ALTER TABLE elsewhere RENAME TO data_version");
        }
        for (int i = 0; i < 3 * Fixtures.SETTINGS.readers(); i++) {
            assertThat(database.read(VERSION)).isZero();
            database.ping();
        }
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
