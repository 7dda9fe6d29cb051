package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Says in one line why a database could not be opened and what to do about it. */
final class SqliteOpening {
    private static final String SCHEMA = "its schema cannot be brought up to date; restore a backup or report this";

    private SqliteOpening() {}

    static void prepareFolder(Path file) {
        if (Files.isDirectory(file)) {
            throw failure(file, "it is a folder; name a file in STORE_URL", null);
        }
        Path folder = file.getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw failure(file, "its folder cannot be created; check the path and who may write there", e);
        }
    }

    static StoreException explain(Path file, Exception cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof Unfit unfit) {
                return failure(file, unfit.reason(), null);
            }
            if (e instanceof SQLiteException sqlite) {
                return failure(file, reason(sqlite), isLocked(sqlite), cause);
            }
        }
        return failure(file, SCHEMA, cause);
    }

    /** Whoever has locked it will let go. */
    private static boolean isLocked(SQLiteException failure) {
        return switch (SqliteErrors.primary(failure.getResultCode())) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> true;
            default -> false;
        };
    }

    private static String reason(SQLiteException failure) {
        return switch (SqliteErrors.primary(failure.getResultCode())) {
            case SQLITE_NOTADB -> "the file is not an SQLite database; move it away or name another in STORE_URL";
            case SQLITE_CORRUPT -> "the database is damaged; restore a backup, or save what can be saved with sqlite3's .recover";
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH, SQLITE_CANTOPEN ->
                "the file or its folder cannot be written; check its owner and rights";
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> "another process holds a lock on it; stop that process";
            case SQLITE_FULL -> "the disk is full; make room";
            case SQLITE_IOERR, SQLITE_NOMEM -> "the file cannot be read or written; check the disk";
            default -> SCHEMA;
        };
    }

    private static StoreException failure(Path file, String reason, @Nullable Exception cause) {
        return failure(file, reason, false, cause);
    }

    private static StoreException failure(Path file, String reason, boolean passing, @Nullable Exception cause) {
        String detail = cause == null ? "" : " (" + Calls.oneLine(cause) + ")";
        return new StoreException("cannot open the store " + file + ": " + reason + detail, passing, cause);
    }
}
