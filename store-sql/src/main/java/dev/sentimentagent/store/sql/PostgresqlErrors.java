package dev.sentimentagent.store.sql;

import dev.sentimentagent.store.sql.Database.Failure;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** What the SQLSTATE of a failure (PostgreSQL's appendix A) says about trying again. */
final class PostgresqlErrors {
    private static final int CLASS = 2;

    private PostgresqlErrors() {}

    static Failure classify(SQLException failure) {
        if (failure.getCause() instanceof InterruptedException) {
            return Failure.LASTING;
        }
        String state = state(failure);
        if (state == null) {
            return failure instanceof SQLTransientException ? Failure.PASSING : Failure.PERMANENT;
        }
        return switch (state) {
            // Shut down, crashed, starting, a slot too few; a deadlock or an order that could not be had; a lock that was not had in time.
            case "57P01", "57P02", "57P03", "57P05", "53300", "53200", "40001", "40P01", "55P03", "25P03", "25P04" -> Failure.PASSING;
            // Somebody must act first: a full disk, a server that is a standby, a password that was changed. Or it would take as long again.
            case "53100", "53400", "25006", "57014", "58000", "58030", "42501" -> Failure.LASTING;
            default -> switch (state.substring(0, CLASS)) {
                case "08" -> Failure.PASSING;
                case "28", "53" -> Failure.LASTING;
                default -> failure instanceof SQLTransientException ? Failure.PASSING : Failure.PERMANENT;
            };
        };
    }

    /** Whether other connections are likely as dead as the one that met this. */
    static boolean isOutage(SQLException failure) {
        String state = state(failure);
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.equals("25006"));
    }

    /** The state of the failure, or of what caused it: the pool wraps the last reason why it could not connect. */
    static @Nullable String state(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().length() > CLASS) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
