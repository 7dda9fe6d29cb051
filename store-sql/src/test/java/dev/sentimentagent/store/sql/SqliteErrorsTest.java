package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.store.sql.Database.Failure;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteErrorsTest {
    @ParameterizedTest
    @EnumSource(names = {"SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_BUSY_RECOVERY", "SQLITE_LOCKED", "SQLITE_PROTOCOL",
            "SQLITE_IOERR", "SQLITE_IOERR_READ", "SQLITE_IOERR_FSYNC", "SQLITE_NOMEM", "SQLITE_CANTOPEN"})
    void whatCanPassIsTriedAgain(SQLiteErrorCode code) {
        assertThat(classify(code)).isEqualTo(Failure.PASSING);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = {"SQLITE_CONSTRAINT.*", "SQLITE_CORRUPT.*", "SQLITE_READONLY.*", "SQLITE_ERROR",
            "SQLITE_NOTADB", "SQLITE_PERM", "SQLITE_AUTH", "SQLITE_MISUSE", "SQLITE_TOOBIG", "SQLITE_RANGE", "SQLITE_IOERR_CORRUPTFS",
            "UNKNOWN_ERROR"})
    void whatCannotPassIsNot(SQLiteErrorCode code) {
        assertThat(classify(code)).isEqualTo(Failure.PERMANENT);
    }

    @Test
    void aFullDiskLasts() {
        assertThat(classify(SQLiteErrorCode.SQLITE_FULL)).isEqualTo(Failure.LASTING);
    }

    @Test
    void theWaitForAReaderPasses() {
        assertThat(SqliteErrors.classify(new SQLTransientConnectionException("timed out"))).isEqualTo(Failure.PASSING);
    }

    @Test
    void anInterruptIsNotTriedAgainAndNotPermanent() {
        assertThat(SqliteErrors.classify(new SQLException("interrupted", new InterruptedException()))).isEqualTo(Failure.LASTING);
    }

    private static Failure classify(SQLiteErrorCode code) {
        return SqliteErrors.classify(new SQLiteException("a test", code));
    }
}
