package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Dimension;
import java.sql.SQLException;
import java.util.List;

record SelectSubreddits() implements Query<List<String>> {
    static final String SQL = """
            SELECT name FROM subreddit
            WHERE EXISTS (SELECT 1 FROM item WHERE item.subreddit_id = subreddit.subreddit_id)""";

    /** Where a question for each subreddit would go to all nodes: what is counted, and that it was, even if all is deleted by now. */
    static final String OF_ROLLUPS = "SELECT DISTINCT name FROM rollup WHERE dimension IN (%d, %d)"
            .formatted(Codes.of(Dimension.SUBREDDIT), Codes.of(Dimension.BOT));

    @Override
    public List<String> run(Session session) throws SQLException {
        // Sorted here, so that the order does not depend on the database's collation.
        return session.sql(session.distributed() ? OF_ROLLUPS : SQL).list(Row::text).stream().sorted().toList();
    }
}
