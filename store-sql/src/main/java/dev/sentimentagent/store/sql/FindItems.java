package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Find;
import dev.sentimentagent.model.store.Slice;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param most how many items are looked through */
record FindItems(Find find, int limit, @Nullable String cursor, int most) implements Query<Slice<ScoredItem>> {
    private static final String TO_CURSOR = "WHERE deleted = 0 AND created_utc >= ? AND created_utc < ? AND (created_utc < ? OR fullname < ?)";
    private static final String WITH_WORD = " AND (lower(COALESCE(title, '')) LIKE ? ESCAPE '\\' OR lower(body) LIKE ? ESCAPE '\\')";

    private static final String REACH = "SELECT created_utc FROM item WHERE deleted = 0 AND created_utc >= ? AND created_utc < ?";
    private static final String OF_THE_NEWEST = " ORDER BY created_utc DESC LIMIT 1 OFFSET ?";
    /** Before all items of a second. */
    private static final String NONE_OF_IT = "t1_ ";

    private static final Cursor BEGINNING = new Cursor(Long.MAX_VALUE, "");

    FindItems {
        requireNonNull(find, "find");
        Limits.check(limit);
        Cursor.parse(cursor, BEGINNING);
    }

    @Override
    public Slice<ScoredItem> run(Session session) throws SQLException {
        Cursor before = Cursor.parse(cursor, BEGINNING);
        long start = Times.secondsUp(find.selection().created().start());
        long last = Times.secondsUp(find.selection().created().end());
        long end = before.time() < last ? before.time() + 1 : last;
        long from = Math.max(start, reach(session, start, end));
        Sql sql = session.sql(text())
                .number(from)
                .number(end)
                .number(before.time())
                .text(before.fullname());
        new Narrowing(find.selection()).give(sql);
        for (String word : find.words()) {
            String pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            sql.text(pattern).text(pattern);
        }
        if (find.order() == Find.Order.BEST || find.order() == Find.Order.WORST) {
            new Narrowing(find.selection()).giveCompound(sql);
        }
        Names names = session.names();
        List<ScoredItem> items = sql.number(limit + 1).list(row -> ItemRow.scored(row, names));
        if (find.order() != Find.Order.NEWEST) {
            return new Slice<>(items.subList(0, Math.min(limit, items.size())), null);
        }
        Slice<ScoredItem> slice = Slices.of(items, limit, FindItems::at);
        return slice.next() == null && from > start ? new Slice<>(slice.items(), new Cursor(from, NONE_OF_IT).text()) : slice;
    }

    /** The second down to which items are looked through. */
    private long reach(Session session, long start, long end) throws SQLException {
        if (find.order() == Find.Order.NEWEST && find.words().isEmpty()) {
            return start;
        }
        Narrowing narrowing = new Narrowing(find.selection());
        Sql sql = session.sql(REACH + narrowing.conditions() + OF_THE_NEWEST).number(start).number(end);
        narrowing.give(sql);
        return sql.number(most).list(Row::number).stream().findFirst().orElse(start);
    }

    private String text() {
        return ItemRow.SELECT + TO_CURSOR + new Narrowing(find.selection()).conditions() + WITH_WORD.repeat(find.words().size()) + order();
    }

    private String order() {
        return " ORDER BY " + switch (find.order()) {
            case NEWEST -> "";
            case ENGAGEMENT -> "upvotes + COALESCE(comment_count, 0) DESC, ";
            case BEST -> new Narrowing(find.selection()).compound() + " DESC, ";
            case WORST -> new Narrowing(find.selection()).compound() + ", ";
        } + "created_utc DESC, fullname DESC LIMIT ?";
    }

    private static Cursor at(Item item) {
        return new Cursor(Times.seconds(item.createdUtc()), item.fullname());
    }
}
