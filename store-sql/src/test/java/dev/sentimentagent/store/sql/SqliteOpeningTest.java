package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sentimentagent.model.store.Store;
import dev.sentimentagent.model.store.StoreException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be opened is said at once, in one line that names the file and what to do. */
class SqliteOpeningTest {
    @TempDir
    Path folder;

    @Test
    void foldersAreMadeAndASecondOpeningFindsTheSchema() {
        Path file = folder.resolve("a/b c/store.db");
        for (int i = 0; i < 2; i++) {
            try (Store store = Fixtures.open(file)) {
                assertThat(store.dataVersion()).isEqualTo(i);
                Fixtures.fill(store, 1 + i, 10);
            }
        }
    }

    @Test
    void nothingIsLeftBesideTheFileAfterClosing() throws IOException {
        Path file = folder.resolve("store.db");
        try (Store store = Fixtures.open(file)) {
            Fixtures.fill(store, 100, 50);
            assertThat(store.sizeBytes()).isGreaterThan(Files.size(file));
        }

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theVersionThatIsKnownIsThatOfTheNewestMigration() {
        Path file = folder.resolve("store.db");
        var info = Flyway.configure().dataSource(Fixtures.SETTINGS.migrating(file)).locations(SqliteSchema.LOCATION).load().info();

        assertThat(info.all()[info.all().length - 1].getVersion().getVersion()).isEqualTo(String.valueOf(SqliteSchema.VERSION));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 100, 5000, 100_000})
    void aFileThatIsNoDatabase(int size) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "x".repeat(size));

        assertRefused(file, "not an SQLite database");
        assertThat(file).content().isEqualTo("x".repeat(size));
    }

    @Test
    void aFolder() {
        assertRefused(folder, "it is a folder");
    }

    @Test
    void aFolderThatCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused(file.resolve("sub/store.db"), "its folder cannot be created");
    }

    @Test
    void aFolderThatCannotBeWritten() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(closed), "this user may write everywhere, so that no folder can be closed to it");

        assertRefused(closed.resolve("store.db"), "cannot be written");
    }

    @Test
    void aFolderInWhichNobodyCanMakeFiles() {
        Path process = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(process), "there is no /proc here");

        assertRefused(process.resolve("store.db"), "cannot be written");
    }

    @Test
    void aDamagedDatabase() throws IOException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(100);
            raw.write(new byte[4000]);
        }

        assertRefused(file, "is damaged");
    }

    @Test
    void aSchemaFromBeforeTheFirstRelease() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();
        execute(file, "DROP TABLE rollup_day");

        assertRefused(file, "before the first release");
    }

    @Test
    void aNewerSchema() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();
        execute(file,
                """
                        INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
                        VALUES (99, '7', 'later', 'SQL', 'V7__later.sql', '', 1, 1)""");

        assertRefused(file, "version 7, this program knows " + SqliteSchema.VERSION);
    }

    @Test
    void theDatabaseOfAnotherProgram() throws SQLException {
        Path file = folder.resolve("other.db");
        execute(file, "CREATE TABLE note (text TEXT)");

        assertRefused(file, "another program");
    }

    @Test
    void aLockedDatabase() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertRefused(file, "another process holds a lock");
            statement.execute("ROLLBACK");
        }
        Fixtures.open(file).close();
    }

    @Test
    void aFailedOpeningLetsGoOfTheFile() throws Exception {
        Path file = folder.resolve("store.db");
        execute(file, "CREATE TABLE note (text TEXT)");
        assertThatThrownBy(() -> Fixtures.open(file)).isInstanceOf(StoreException.class);
        execute(file, "DROP TABLE note");

        Fixtures.open(file).close();
    }

    private static void assertRefused(Path file, String reason) {
        StoreException thrown = catchThrowableOfType(StoreException.class, () -> Fixtures.open(file).close());
        assertThat(thrown).hasMessageStartingWith("cannot open the store " + file).hasMessageContaining(reason);
        assertThat(thrown.getMessage()).doesNotContain("\n");
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
