package dev.sentimentagent.store.sql;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The indexes of the items that a load into an empty SQLite database leaves off, because making them at its end, of sorted rows, costs a third of
 * keeping them up to date. What they are is remembered in the database, in a table that is there only as long as they are not: so whoever opens it
 * after a load that broke off makes them.
 */
final class PendingIndexes {
    private static final String SORT_IN = "PRAGMA temp_store = ";
    /** Of more items the keys are sorted in files: in memory they take some hundred bytes each. */
    private static final long MOST_IN_MEMORY = 2_000_000;

    /** @param statistics what the planner is told of it; null if nothing */
    private record Index(String name, String sql, @Nullable String statistics) {}

    private PendingIndexes() {}

    static boolean any(Session session) throws SQLException {
        return session.sql("SELECT count(*) FROM sqlite_schema WHERE name = 'pending_index'").only(Row::number) > 0;
    }

    static void putOff(Session session) throws SQLException {
        if (any(session)) {
            return;
        }
        session.sql("CREATE TABLE pending_index (name TEXT NOT NULL PRIMARY KEY, sql TEXT NOT NULL, stat TEXT) STRICT, WITHOUT ROWID")
                .update();
        // Dropping an index takes the planner's statistics of it along.
        session.sql("""
                INSERT INTO pending_index (name, sql, stat)
                SELECT name, sql, stat FROM sqlite_schema LEFT JOIN sqlite_stat1 ON tbl = tbl_name AND idx = name
                WHERE type = 'index' AND tbl_name = 'item' AND sql IS NOT NULL""").update();
        for (Index index : pending(session)) {
            session.sql("DROP INDEX " + index.name()).update();
        }
    }

    /** Makes them, if there are any. */
    static void make(Session session) throws SQLException {
        make(session, MOST_IN_MEMORY);
    }

    static void make(Session session, long mostInMemory) throws SQLException {
        if (!any(session)) {
            return;
        }
        long items = session.sql("SELECT sum(items) FROM item_count").only(Row::number);
        session.sql(SORT_IN + (items > mostInMemory ? "FILE" : "MEMORY")).update();
        for (Index index : pending(session)) {
            session.sql(index.sql()).update();
            if (index.statistics() != null) {
                session.sql("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('item', ?, ?)")
                        .text(index.name())
                        .text(index.statistics())
                        .update();
            }
        }
        session.sql(SORT_IN + "MEMORY").update();
        session.sql("DROP TABLE pending_index").update();
        // Makes this connection read what the planner is told.
        session.sql("ANALYZE sqlite_schema").update();
    }

    private static List<Index> pending(Session session) throws SQLException {
        return session.sql("SELECT name, sql, stat FROM pending_index ORDER BY name")
                .list(row -> new Index(row.text(), row.text(), row.textOrNull()));
    }
}
