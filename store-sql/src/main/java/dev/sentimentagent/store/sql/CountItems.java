package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import java.sql.SQLException;
import java.util.Map;

record CountItems(Window created) implements Query<Map<ItemKind, Long>> {
    static final String SQL = """
            SELECT count(*) FILTER (WHERE kind = 0), count(*) FILTER (WHERE kind = 1)
            FROM item WHERE deleted = 0 AND created_utc >= ? AND created_utc < ?""";

    CountItems {
        requireNonNull(created, "created");
    }

    @Override
    public Map<ItemKind, Long> run(Session session) throws SQLException {
        return session.sql(SQL)
                .number(Times.secondsUp(created.start()))
                .number(Times.secondsUp(created.end()))
                .only(row -> Map.of(ItemKind.POST, row.number(), ItemKind.COMMENT, row.number()));
    }
}
