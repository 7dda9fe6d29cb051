package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.ItemKind;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Number of items of each kind, living and deleted; or what a transaction adds to it. Not thread-safe. */
final class ItemCounts {
    private static final String ADD = "UPDATE item_count SET items = items + ? WHERE kind = ? AND deleted = ?";
    private static final String SELECT = "SELECT kind, deleted, items FROM item_count";

    private record Sort(ItemKind kind, boolean deleted) {}

    private final Map<Sort, Long> counts = new HashMap<>();

    static ItemCounts read(Session session) throws SQLException {
        ItemCounts counts = new ItemCounts();
        session.sql(SELECT).each(row -> counts.add(Codes.kind(row.number()), row.number() != 0, row.number()));
        return counts;
    }

    void add(ItemKind kind, boolean deleted, long items) {
        counts.merge(new Sort(kind, deleted), items, Long::sum);
    }

    long living(ItemKind kind) {
        return counts.getOrDefault(new Sort(kind, false), 0L);
    }

    long deleted() {
        return counts.entrySet().stream().filter(count -> count.getKey().deleted()).mapToLong(Map.Entry::getValue).sum();
    }

    /** Adds these to the stored ones. */
    void write(Session session) throws SQLException {
        for (Map.Entry<Sort, Long> count : counts.entrySet()) {
            if (count.getValue() != 0) {
                Sort sort = count.getKey();
                session.sql(ADD).number(count.getValue().longValue()).number(Codes.of(sort.kind())).number(sort.deleted() ? 1 : 0).update();
            }
        }
    }
}
