package dev.sentimentagent.store.sql;

import java.sql.SQLException;
import java.util.List;

/**
 * {@code IN (?, …)} for lists of any length: asked in parts, each filled up with nulls (which match nothing) to one of few lengths, so
 * that few statements have to be prepared.
 */
final class InList {
    private static final int MAX = 512;
    private static final int MIN = 8;

    private InList() {}

    /**
     * Asks for each part of the values.
     *
     * @param sql the statement, {@code %s} where the list goes; it has no other parameters
     */
    static void each(Session session, String sql, List<String> values, Sql.Consumer consumer) throws SQLException {
        for (int from = 0; from < values.size(); from += MAX) {
            List<String> part = values.subList(from, Math.min(values.size(), from + MAX));
            int length = Math.max(MIN, Integer.highestOneBit(2 * part.size() - 1));
            Sql statement = session.sql(sql.formatted("(?" + ", ?".repeat(length - 1) + ")"));
            for (int i = 0; i < length; i++) {
                statement.text(i < part.size() ? part.get(i) : null);
            }
            statement.each(consumer);
        }
    }
}
