package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Window;
import java.sql.SQLException;
import java.util.List;

record SelectFullnames(ItemKind kind, Window created) implements Query<List<String>> {
    static final String SQL = """
            SELECT fullname FROM item
            WHERE kind = ? AND deleted = 0 AND created_utc >= ? AND created_utc < ?
            ORDER BY created_utc DESC""";

    SelectFullnames {
        requireNonNull(kind, "kind");
        requireNonNull(created, "created");
    }

    @Override
    public List<String> run(Session session) throws SQLException {
        return session.sql(SQL)
                .number(Codes.of(kind))
                .number(Times.secondsUp(created.start()))
                .number(Times.secondsUp(created.end()))
                .list(Row::text);
    }
}
