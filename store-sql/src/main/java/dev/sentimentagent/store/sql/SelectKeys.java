package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemKey;
import java.sql.SQLException;
import java.util.List;

record SelectKeys(ItemKind kind, Window created) implements Query<List<ItemKey>> {
    static final String SQL = """
            SELECT fullname, subreddit_id, created_utc FROM item
            WHERE kind = ? AND deleted = 0 AND created_utc >= ? AND created_utc < ?
            ORDER BY created_utc DESC""";

    SelectKeys {
        requireNonNull(kind, "kind");
        requireNonNull(created, "created");
    }

    @Override
    public List<ItemKey> run(Session session) throws SQLException {
        Names names = session.names();
        return session.sql(SQL)
                .number(Codes.of(kind))
                .number(Times.secondsUp(created.start()))
                .number(Times.secondsUp(created.end()))
                .list(row -> new ItemKey(row.text(), names.subreddit(row.number()), Times.ofSeconds(row.number())));
    }
}
