package dev.sentimentagent.store.sql;

import java.sql.SQLException;
import java.util.List;

record SelectSubreddits() implements Query<List<String>> {
    static final String SQL = """
            SELECT name FROM subreddit
            WHERE EXISTS (SELECT 1 FROM item WHERE item.subreddit_id = subreddit.subreddit_id)""";

    @Override
    public List<String> run(Session session) throws SQLException {
        // Sorted here, so that the order does not depend on the database's collation.
        return session.sql(SQL).list(Row::text).stream().sorted().toList();
    }
}
