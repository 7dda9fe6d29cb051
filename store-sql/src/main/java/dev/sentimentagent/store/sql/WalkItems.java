package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

record WalkItems(Selection selection, int limit, @Nullable String cursor) implements Query<Slice<ScoredItem>> {
    private static final String FROM_CURSOR = "WHERE deleted = 0 AND created_utc >= ? AND created_utc < ? AND (created_utc > ? OR fullname > ?)";
    private static final String IN_ORDER = " ORDER BY created_utc, fullname LIMIT ?";

    private static final Cursor BEGINNING = new Cursor(Long.MIN_VALUE, "");

    WalkItems {
        requireNonNull(selection, "selection");
        Limits.check(limit);
        Cursor.parse(cursor, BEGINNING);
    }

    @Override
    public Slice<ScoredItem> run(Session session) throws SQLException {
        Cursor after = Cursor.parse(cursor, BEGINNING);
        Sql sql = session.sql(text())
                .number(Math.max(after.time(), Times.secondsUp(selection.created().start())))
                .number(Times.secondsUp(selection.created().end()))
                .number(after.time())
                .text(after.fullname());
        new Narrowing(selection).give(sql);
        Names names = session.names();
        List<ScoredItem> items = sql.number(limit + 1).list(row -> ItemRow.scored(row, names));
        return Slices.of(items, limit, WalkItems::at);
    }

    private String text() {
        return ItemRow.SELECT + FROM_CURSOR + new Narrowing(selection).conditions() + IN_ORDER;
    }

    private static Cursor at(Item item) {
        return new Cursor(Times.seconds(item.createdUtc()), item.fullname());
    }
}
