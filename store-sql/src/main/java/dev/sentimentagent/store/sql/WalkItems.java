package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Selection;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

record WalkItems(Selection selection, int limit, @Nullable String cursor) implements Query<Slice<ScoredItem>> {
    private static final String FROM_CURSOR = "WHERE deleted = 0 AND created_utc >= ? AND created_utc < ? AND (created_utc > ? OR fullname > ?)";
    private static final String OF_SUBREDDIT = " AND subreddit_id = (SELECT subreddit_id FROM subreddit WHERE name_key = ?)";
    private static final String OF_TOOL = " AND tool_set_id IN (SELECT tool_set_id FROM tool_set_member WHERE tool_id = ?)";
    private static final String OF_CLASS = " AND sentiment = ?";
    private static final String OTHERWISE_SCORED = """
            AND scorer_id NOT IN (SELECT scorer_id FROM scorer WHERE method = ? AND version = ?)""";
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
        if (selection.subreddit() != null) {
            sql.text(Names.key(selection.subreddit()));
        }
        if (selection.toolId() != null) {
            sql.text(Texts.clean(selection.toolId()));
        }
        if (selection.sentiment() != null) {
            sql.number(Codes.of(selection.sentiment()));
        }
        Selection.Scorer scorer = selection.notScoredBy();
        if (scorer != null) {
            sql.text(Texts.clean(scorer.method())).text(Texts.clean(scorer.version()));
        }
        Names names = session.names();
        List<ScoredItem> items = sql.number(limit + 1).list(row -> ItemRow.scored(row, names));
        return Slices.of(items, limit, WalkItems::at);
    }

    private String text() {
        return ItemRow.SELECT + FROM_CURSOR
                + (selection.subreddit() == null ? "" : OF_SUBREDDIT)
                + (selection.toolId() == null ? "" : OF_TOOL)
                + (selection.sentiment() == null ? "" : OF_CLASS)
                + (selection.notScoredBy() == null ? "" : OTHERWISE_SCORED)
                + IN_ORDER;
    }

    private static Cursor at(Item item) {
        return new Cursor(Times.seconds(item.createdUtc()), item.fullname());
    }
}
