package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Coverage;
import java.sql.SQLException;

/** Puts the coverage of a listing in the place of the one before. */
final class WriteCoverage {
    private static final String WRITE = """
            INSERT INTO coverage (subreddit_id, listing, from_at, until_at, newest_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (subreddit_id, listing) DO UPDATE SET
              from_at = excluded.from_at, until_at = excluded.until_at, newest_at = excluded.newest_at""";

    private WriteCoverage() {}

    static void write(Session session, Names names, Coverage coverage) throws SQLException {
        session.sql(WRITE)
                .number(names.subreddit(coverage.subreddit()).id())
                .text(coverage.listing().path())
                .number(Times.millis(coverage.from()))
                .number(Times.millis(coverage.until()))
                .number(Times.millis(coverage.newest()))
                .update();
    }
}
