package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.Slice;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SelectRecentPosts(@Nullable String subreddit, Instant since, int limit, @Nullable String cursor)
        implements
            Query<Slice<ScoredItem>> {
    static final String ALL = ItemRow.SELECT + """
            WHERE kind = 0 AND deleted = 0 AND collected_at >= ? AND (collected_at, fullname) < (?, ?)
            ORDER BY collected_at DESC, fullname DESC LIMIT ?""";

    static final String OF_SUBREDDIT = ItemRow.SELECT + """
            WHERE kind = 0 AND deleted = 0 AND subreddit_id = (SELECT subreddit_id FROM subreddit WHERE name_key = ?)
              AND collected_at >= ? AND (collected_at, fullname) < (?, ?)
            ORDER BY collected_at DESC, fullname DESC LIMIT ?""";

    private static final Cursor BEGINNING = new Cursor(Long.MAX_VALUE, "");

    SelectRecentPosts {
        requireNonNull(since, "since");
        Limits.check(limit);
        Cursor.parse(cursor, ItemKind.POST, BEGINNING);
    }

    @Override
    public Slice<ScoredItem> run(Session session) throws SQLException {
        Names names = session.names();
        Cursor after = Cursor.parse(cursor, ItemKind.POST, BEGINNING);
        Sql sql = subreddit == null ? session.sql(ALL) : session.sql(OF_SUBREDDIT).text(Names.key(subreddit));
        List<ScoredItem> posts = sql.number(Times.millisUp(since))
                .number(after.time())
                .text(after.fullname())
                .number(limit + 1)
                .list(row -> ItemRow.scored(row, names));
        return Slices.of(posts, limit, SelectRecentPosts::at);
    }

    static Cursor at(Item post) {
        return new Cursor(Times.millis(post.collectedAt()), post.fullname());
    }
}
