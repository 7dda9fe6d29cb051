package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Coverage;
import java.sql.SQLException;
import java.util.List;

record SelectCoverages() implements Query<List<Coverage>> {
    private static final String SQL = """
            SELECT subreddit_id, listing, from_at, until_at, newest_at FROM coverage ORDER BY subreddit_id, listing""";

    @Override
    public List<Coverage> run(Session session) throws SQLException {
        Names names = session.names();
        return session.sql(SQL)
                .list(row -> new Coverage(names.subreddit(row.number()), Listings.of(row.text()), Times.ofMillis(row.number()),
                        Times.ofMillis(row.number()), Times.ofMillis(row.number())));
    }
}
