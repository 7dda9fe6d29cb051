package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.StoreException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in one line why a database could not be opened and what to do about it. */
final class PostgresqlOpening {
    /** The server or the way to it is away, or it has no connection left: the same opening may succeed later. */
    private static final Set<String> PASSING = Set.of("08000", "08001", "08004", "08006", "53300", "57P03");

    private PostgresqlOpening() {}

    static StoreException explain(PostgresqlUrl url, Exception cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof Unfit unfit) {
                return failure(url, unfit.reason(), false, null);
            }
        }
        String state = PostgresqlErrors.state(cause);
        return failure(url, reason(state), state != null && PASSING.contains(state), cause);
    }

    private static String reason(@Nullable String state) {
        return switch (state == null ? "" : state) {
            case "28P01", "28000" ->
                "the server does not let this user in; check the user in STORE_URL, and STORE_PASSWORD or STORE_PASSWORD_FILE";
            case "3D000" -> "there is no database of that name; create it, or name another in STORE_URL";
            case "42501" -> "the user may not create tables there; make it the owner of the database, or grant it CREATE on the schema";
            case "25006" -> "the server takes no writes; name the primary in STORE_URL, or all servers with targetServerType=primary";
            case "53300" -> "the server has no connection left; raise its max_connections";
            case "57P03" -> "the server is starting or stopping; try again in a moment";
            case "53100" -> "the server's disk is full; make room";
            case "08001", "08004", "08006", "08000" ->
                "the server cannot be reached; check host, port and sslmode in STORE_URL, and that it runs";
            default -> "its schema cannot be brought up to date; restore a backup or report this";
        };
    }

    private static StoreException failure(PostgresqlUrl url, String reason, boolean passing, @Nullable Exception cause) {
        String detail = cause == null ? "" : " (" + Calls.oneLine(cause) + ")";
        return new StoreException("cannot open the store " + url + ": " + reason + detail, passing, cause);
    }
}
