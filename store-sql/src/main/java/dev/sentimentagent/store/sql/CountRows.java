package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.store.sighting.ItemCounts;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

record CountRows() implements Query<Map<String, Long>> {
    /** Tables small enough to be counted; each has an index that holds little more than its key. */
    private static final List<String> COUNTED = List.of("rollup", "rollup_day", "cycle", "topic", "gap");

    @Override
    public Map<String, Long> run(Session session) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        ItemCounts items = ItemCountRows.read(session);
        counts.put("post", items.living(ItemKind.POST));
        counts.put("comment", items.living(ItemKind.COMMENT));
        counts.put("tombstone", items.all(ItemCounts.Sort.DELETED));
        counts.put("bot", items.all(ItemCounts.Sort.BOT));
        for (String table : COUNTED) {
            counts.put(table, session.sql("SELECT count(*) FROM " + table).only(Row::number));
        }
        return counts;
    }
}
