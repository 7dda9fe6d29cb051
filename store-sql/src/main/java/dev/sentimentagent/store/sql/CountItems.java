package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

record CountItems(Window created) implements Query<Map<ItemKind, Long>> {
    static final String SQL = "SELECT count(*) FROM item WHERE kind = ? AND deleted = 0 AND created_utc >= ? AND created_utc < ?";

    CountItems {
        requireNonNull(created, "created");
    }

    @Override
    public Map<ItemKind, Long> run(Session session) throws SQLException {
        Map<ItemKind, Long> counts = new EnumMap<>(ItemKind.class);
        for (ItemKind kind : ItemKind.values()) {
            counts.put(kind, session.sql(SQL)
                    .number(Codes.of(kind))
                    .number(Times.secondsUp(created.start()))
                    .number(Times.secondsUp(created.end()))
                    .only(Row::number));
        }
        return counts;
    }
}
