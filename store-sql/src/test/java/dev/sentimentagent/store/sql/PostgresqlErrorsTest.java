package dev.sentimentagent.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.store.sql.Database.Failure;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresqlErrorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "40001", "40P01", "53300", "53200", "55P03",
            "25P03"})
    void whatCanPassIsTriedAgain(String state) {
        assertThat(classify(state)).isEqualTo(Failure.PASSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "25006", "57014", "28P01", "28000", "58030"})
    void whatSomebodyMustActOnLasts(String state) {
        assertThat(classify(state)).isEqualTo(Failure.LASTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "42P01", "23505", "23503", "22021", "XX001", "0A000"})
    void whatCannotPassIsPermanent(String state) {
        assertThat(classify(state)).isEqualTo(Failure.PERMANENT);
    }

    @Test
    void theWaitForAConnectionPassesUnlessItsCauseSaysMore() {
        assertThat(PostgresqlErrors.classify(new SQLTransientConnectionException("timed out"))).isEqualTo(Failure.PASSING);
        assertThat(PostgresqlErrors.classify(new SQLTransientConnectionException("timed out", new SQLException("password", "28P01"))))
                .isEqualTo(Failure.LASTING);
    }

    @Test
    void anInterruptIsNoReasonToTryAgain() {
        assertThat(PostgresqlErrors.classify(new SQLException("interrupted", new InterruptedException()))).isEqualTo(Failure.LASTING);
    }

    private static Failure classify(String state) {
        return PostgresqlErrors.classify(new SQLException("by design", state));
    }
}
