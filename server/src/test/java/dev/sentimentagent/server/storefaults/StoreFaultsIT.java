package dev.sentimentagent.server.storefaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sentimentagent.server.process.Databases;
import dev.sentimentagent.testsupport.TemporaryDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever becomes of the database while the service runs: it says so, lives on, and once the store is back nothing is missing. */
class StoreFaultsIT {
    @TempDir
    private Path folder;

    @Test
    void lockedForLessThanTheRetries() throws SQLException {
        try (FaultyStore faulty = new FaultyStore(folder); LogLines log = LogLines.of("dev.sentimentagent.store.sql.Calls")) {
            faulty.collectEverything();
            faulty.passTime();
            Connection lock = Databases.lock(faulty.database());
            faulty.trigger();
            log.await("failed ([SQLITE_BUSY]", "try 2 of 3 follows in");
            lock.close();
            faulty.awaitCompleted();
            faulty.awaitHealthy();
            faulty.collectEverything();
        }
    }

    @Test
    void lockedForLongerThanTheRetries() throws SQLException {
        try (FaultyStore faulty = new FaultyStore(folder)) {
            faulty.collectEverything();
            faulty.passTime();
            try (Connection _ = Databases.lock(faulty.database())) {
                faulty.failCycle();
                faulty.awaitUnhealthy("[SQLITE_BUSY]");
                // Reading needs no lock.
                faulty.assertServes();
            }
            faulty.awaitHealthy();
            faulty.collectEverything();
        }
    }

    @Test
    void batchesThatAreRefused() throws SQLException {
        try (FaultyStore faulty = new FaultyStore(folder)) {
            faulty.collectEverything();
            faulty.passTime();
            long before = items(faulty);
            // In the middle of a batch: what was written of it must not stay.
            Databases.execute(
                    faulty.database(),
                    "CREATE TRIGGER refusal BEFORE INSERT ON item WHEN (SELECT count(*) FROM item) >= " + (before + 5)
                            + " BEGIN SELECT RAISE(ABORT, 'not today'); END");
            JsonNode cycle = faulty.service().collect();
            assertThat(cycle.get("status").asString()).isEqualTo("failed");
            assertThat(cycle.get("counts").get("stored").asLong()).isZero();
            assertThat(items(faulty)).isEqualTo(before);
            assertThat(cycle.get("subreddits").get(0).get("errors").get(0).get("reason").asString()).isEqualTo("store_failed");
            Databases.execute(faulty.database(), "DROP TRIGGER refusal");
            faulty.collectEverything();
        }
    }

    private static long items(FaultyStore faulty) throws SQLException {
        try (Connection connection = Databases.connect(faulty.database())) {
            return Databases.items(connection);
        }
    }

    @Test
    void aFullDisk() throws IOException, SQLException {
        try (TemporaryDisk disk = disk(); FaultyStore faulty = new FaultyStore(disk.folder())) {
            faulty.collectEverything();
            faulty.passTime();
            faulty.emptyLog();
            disk.fill();
            faulty.failCycle();
            faulty.awaitUnhealthy("[SQLITE_FULL]");
            faulty.assertServes();
            disk.makeRoom();
            faulty.awaitHealthy();
            faulty.collectEverything();
        }
    }

    @Test
    void aDiskThatIsTooSmallToTheEnd() throws IOException, SQLException {
        try (TemporaryDisk disk = disk(); FaultyStore faulty = new FaultyStore(disk.folder())) {
            faulty.collectEverything();
            faulty.emptyLog();
            FileStore used = Files.getFileStore(disk.folder());
            disk.resize((used.getTotalSpace() - used.getUnallocatedSpace()) / 1024 + 64 + "k");
            faulty.passTime();
            faulty.failCycle();
            try (LogLines log = LogLines.of("dev.sentimentagent.server.SentimentAgent")) {
                faulty.stop();
                log.await("stopped");
            }
            disk.resize("16m");
            faulty.restart();
            faulty.assertServes();
            faulty.collectEverything();
        }
    }

    @Test
    void aFileThatCannotBeWrittenAnyMore() throws IOException {
        try (FaultyStore faulty = new FaultyStore(folder)) {
            faulty.collectEverything();
            faulty.passTime();
            Path log = faulty.database().resolveSibling(FaultyStore.DATABASE + "-wal");
            assumeThat(Commands.succeeds("chattr", "+i", log.toString())).as("chattr +i is allowed here").isTrue();
            try {
                faulty.failCycle();
                faulty.awaitUnhealthy("[SQLITE_");
                faulty.assertServes();
            } finally {
                assertThat(Commands.succeeds("chattr", "-i", log.toString())).isTrue();
            }
            faulty.awaitHealthy();
            faulty.collectEverything();
        }
    }

    @Test
    void aFileThatIsRemovedAndPutBack() throws IOException {
        try (FaultyStore faulty = new FaultyStore(folder)) {
            faulty.collectEverything();
            faulty.passTime();
            Path elsewhere = folder.resolve("elsewhere.db");
            Files.move(faulty.database(), elsewhere);
            faulty.awaitUnhealthy("the database file was removed or replaced while in use: put it back");
            faulty.assertSaysTryAgain();
            faulty.failCycle();
            assertThat(faulty.database()).as("an empty database in its place").doesNotExist();
            Files.move(elsewhere, faulty.database());
            faulty.awaitHealthy();
            faulty.collectEverything();
        }
    }

    @Test
    void aFileThatIsReplacedByABackup() throws IOException {
        try (FaultyStore faulty = new FaultyStore(folder)) {
            faulty.collectEverything();
            Path backup = backUp(faulty);
            faulty.passTime();
            faulty.collectEverything();
            Files.delete(faulty.database());
            Files.copy(backup, faulty.database());
            faulty.awaitUnhealthy("restart to use what is there now");
            faulty.failCycle();
            faulty.stop();
            faulty.restart();
            faulty.awaitHealthy();
            faulty.collectEverything();
        }
    }

    /** A copy of the database, which nobody has open meanwhile. */
    private Path backUp(FaultyStore faulty) throws IOException {
        faulty.stop();
        Path backup = Files.copy(faulty.database(), folder.resolve("backup.db"));
        faulty.restart();
        return backup;
    }

    @Test
    void pagesThatAreOverwritten() throws IOException {
        try (FaultyStore faulty = new FaultyStore(folder)) {
            faulty.collectEverything();
            Path backup = backUp(faulty);
            faulty.passTime();
            try (FileChannel file = FileChannel.open(faulty.database(), StandardOpenOption.WRITE)) {
                int quarter = Math.toIntExact(file.size() / 4);
                file.write(ByteBuffer.allocate(2 * quarter), quarter);
            }
            faulty.assertSaysTryAgain();
            faulty.awaitUnhealthy("the database is damaged ([SQLITE_CORRUPT]");
            faulty.failCycle();
            faulty.stop();
            Files.delete(faulty.database());
            Files.copy(backup, faulty.database());
            faulty.restart();
            faulty.awaitHealthy();
            faulty.assertServes();
            faulty.collectEverything();
        }
    }

    private TemporaryDisk disk() throws IOException {
        Optional<TemporaryDisk> disk = TemporaryDisk.mount(folder.resolve("disk"), "12m");
        assumeThat(disk).as("a tmpfs can be mounted here, which takes root").isPresent();
        return disk.orElseThrow();
    }
}
