package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SelectComments(String postId, int limit, @Nullable String cursor) implements Query<Slice<ScoredItem>> {
    static final String SQL = ItemRow.SELECT + """
            WHERE kind = 1 AND deleted = 0 AND post_id = ? AND (created_utc, fullname) > (?, ?)
            ORDER BY created_utc, fullname LIMIT ?""";

    private static final Cursor BEGINNING = new Cursor(Long.MIN_VALUE, "");

    SelectComments {
        requireNonNull(postId, "postId");
        Limits.check(limit);
        Cursor.parse(cursor, ItemKind.COMMENT, BEGINNING);
    }

    @Override
    public Slice<ScoredItem> run(Session session) throws SQLException {
        Names names = session.names();
        Cursor after = Cursor.parse(cursor, ItemKind.COMMENT, BEGINNING);
        List<ScoredItem> comments = session.sql(SQL)
                .text(Texts.clean(postId))
                .number(after.time())
                .text(after.fullname())
                .number(limit + 1)
                .list(row -> ItemRow.scored(row, names));
        return Slices.of(comments, limit, SelectComments::at);
    }

    private static Cursor at(Item comment) {
        return new Cursor(Times.seconds(comment.createdUtc()), comment.fullname());
    }
}
