package dev.sentimentagent.store.sql;

import java.sql.SQLException;
import java.time.Instant;

/** The time before which items are not stored any more. */
final class Horizon {
    private static final String MOVE = """
            INSERT INTO horizon (only_row, before_utc) VALUES (1, ?)
            ON CONFLICT (only_row) DO UPDATE SET before_utc = excluded.before_utc WHERE horizon.before_utc < excluded.before_utc""";

    private Horizon() {}

    static Instant current(Session session) throws SQLException {
        return session.sql("SELECT before_utc FROM horizon").first(row -> Times.ofSeconds(row.number())).orElse(Instant.MIN);
    }

    /** Moves it on, never back. */
    static void move(Session session, long beforeUtc) throws SQLException {
        session.sql(MOVE).number(beforeUtc).update();
    }
}
