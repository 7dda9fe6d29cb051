package dev.sentimentagent.store.sql;

import dev.sentimentagent.store.sql.Database.Failure;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes (https://sqlite.org/rescode.html) say about trying again. */
final class SqliteErrors {
    private static final int PRIMARY = 0xff;

    private SqliteErrors() {}

    static Failure classify(SQLException failure) {
        if (interrupted(failure)) {
            return Failure.LASTING;
        }
        if (failure instanceof SQLiteException sqlite) {
            return classify(sqlite.getResultCode());
        }
        // A reader could not be had in time.
        return failure instanceof SQLTransientException ? Failure.PASSING : Failure.PERMANENT;
    }

    /** The primary code: what the extended ones have in common. */
    static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & PRIMARY);
    }

    private static Failure classify(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_IOERR_CORRUPTFS, SQLITE_IOERR_DATA -> Failure.PERMANENT;
            default -> switch (primary(code)) {
                // Another process holds a lock, or a disk or the memory falters.
                case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL, SQLITE_NOMEM, SQLITE_IOERR, SQLITE_CANTOPEN -> Failure.PASSING;
                // A full disk is not empty seconds later, and a caller held up meanwhile helps nobody; but a later cycle may find room.
                case SQLITE_FULL -> Failure.LASTING;
                default -> Failure.PERMANENT;
            };
        };
    }

    private static boolean interrupted(SQLException failure) {
        return failure.getCause() instanceof InterruptedException;
    }
}
