package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.model.store.Slice;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

record FindItems(Find find, int limit, @Nullable String cursor) implements Query<Slice<ScoredItem>> {
    private static final String TO_CURSOR = "WHERE deleted = 0 AND created_utc >= ? AND created_utc < ? AND (created_utc < ? OR fullname < ?)";
    private static final String WITH_WORD = " AND (lower(COALESCE(title, '')) LIKE ? ESCAPE '\\' OR lower(body) LIKE ? ESCAPE '\\')";

    private static final Cursor BEGINNING = new Cursor(Long.MAX_VALUE, "");

    FindItems {
        requireNonNull(find, "find");
        Limits.check(limit);
        Cursor.parse(cursor, BEGINNING);
    }

    @Override
    public Slice<ScoredItem> run(Session session) throws SQLException {
        Cursor before = Cursor.parse(cursor, BEGINNING);
        long end = Times.secondsUp(find.selection().created().end());
        Sql sql = session.sql(text())
                .number(Times.secondsUp(find.selection().created().start()))
                .number(before.time() < end ? before.time() + 1 : end)
                .number(before.time())
                .text(before.fullname());
        new Narrowing(find.selection()).give(sql);
        for (String word : find.words()) {
            String pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            sql.text(pattern).text(pattern);
        }
        Names names = session.names();
        List<ScoredItem> items = sql.number(limit + 1).list(row -> ItemRow.scored(row, names));
        return find.order() == Find.Order.NEWEST
                ? Slices.of(items, limit, FindItems::at)
                : new Slice<>(items.subList(0, Math.min(limit, items.size())), null);
    }

    private String text() {
        return ItemRow.SELECT + TO_CURSOR + new Narrowing(find.selection()).conditions() + WITH_WORD.repeat(find.words().size()) + order();
    }

    private String order() {
        return " ORDER BY " + switch (find.order()) {
            case NEWEST -> "";
            case ENGAGEMENT -> "upvotes + COALESCE(comment_count, 0) DESC, ";
            case BEST -> "compound_e4 DESC, ";
            case WORST -> "compound_e4, ";
        } + "created_utc DESC, fullname DESC LIMIT ?";
    }

    private static Cursor at(Item item) {
        return new Cursor(Times.seconds(item.createdUtc()), item.fullname());
    }
}
