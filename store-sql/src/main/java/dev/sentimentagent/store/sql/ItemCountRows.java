package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.store.sighting.ItemCounts;
import java.sql.SQLException;

/** The stored numbers of items. */
final class ItemCountRows {
    private static final String ADD = "UPDATE item_count SET items = items + ? WHERE kind = ? AND deleted = ?";
    private static final String SELECT = "SELECT kind, deleted, items FROM item_count";

    private ItemCountRows() {}

    static ItemCounts read(Session session) throws SQLException {
        ItemCounts counts = new ItemCounts();
        session.sql(SELECT).each(row -> counts.add(Codes.kind(row.number()), Codes.sort(row.number()), row.number()));
        return counts;
    }

    static void add(Session session, ItemCounts added) throws SQLException {
        added.<SQLException>each((kind, sort, items) -> session.sql(ADD)
                .number(items)
                .number(Codes.of(kind))
                .number(Codes.of(sort))
                .queue());
        session.sql(ADD).flush();
    }
}
