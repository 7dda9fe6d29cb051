package dev.sentimentagent.store.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** What SQLite does not say by itself, or not to everybody who should know. Thread-safe. */
final class SqliteCondition {
    private final Path file;
    private final @Nullable Object key;
    private volatile @Nullable String damage;

    /** Of a database that has just been opened. */
    SqliteCondition(Path file) {
        this.file = file;
        this.key = key(file);
    }

    /**
     * Requires that the file is still the one that was opened. In write-ahead mode SQLite goes on writing into a file that has been
     * removed, and all of that would be gone when the process ends.
     */
    void requireFile() throws SQLException {
        if (!Objects.equals(key, key(file))) {
            throw new SQLException(
                    "the database file was removed or replaced while in use: put it back, or restart to use what is there now");
        }
    }

    /** Remembers if a failure tells of damage: a sign of life reads too little to meet it again. */
    void note(SQLException failure) {
        if (damage == null && failure instanceof SQLiteException sqlite) {
            switch (SqliteErrors.primary(sqlite.getResultCode())) {
                case SQLITE_CORRUPT, SQLITE_NOTADB -> damage = Calls.oneLine(failure);
                default -> {
                    // No damage.
                }
            }
        }
    }

    /** Requires that no damage has been met since the start. */
    void requireNoDamage() throws SQLException {
        String met = damage;
        if (met != null) {
            throw new SQLException(
                    "the database is damaged (" + met
                            + "): restore a backup, or save what can be saved with sqlite3's .recover, and restart");
        }
    }

    /** Null if there is no file, or if the system has no such keys. */
    private static @Nullable Object key(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException _) {
            return null;
        }
    }
}
