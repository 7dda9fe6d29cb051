package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Ranked;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

record SelectEngagingPosts(String toolId, Window active, int offset, int limit) implements Query<Ranked<ScoredItem>> {
    private static final String ACTIVE = """
            FROM item WHERE kind = 0 AND deleted = 0
              AND tool_set_id IN (SELECT tool_set_id FROM tool_set_member WHERE tool_id = ?)
              AND fullname IN (
                SELECT fullname FROM item WHERE created_utc >= ? AND created_utc < ? AND kind = 0 AND deleted = 0
                UNION
                SELECT 't3_' || post_id FROM item WHERE created_utc >= ? AND created_utc < ? AND kind = 1 AND deleted = 0)
            """;
    static final String SQL = ItemRow.SELECT.replace("FROM item\n", ACTIVE)
            + " ORDER BY comment_count + upvotes DESC, created_utc DESC, fullname LIMIT ? OFFSET ?";
    static final String COUNT = "SELECT count(*) " + ACTIVE;

    SelectEngagingPosts {
        requireNonNull(toolId, "toolId");
        requireNonNull(active, "active");
        Limits.check(limit);
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is at least 0, not " + offset);
        }
    }

    @Override
    public Ranked<ScoredItem> run(Session session) throws SQLException {
        Names names = session.names();
        List<ScoredItem> items = new ArrayList<>();
        given(session.sql(SQL)).number(limit).number(offset).each(row -> items.add(ItemRow.scored(row, names)));
        boolean all = offset == 0 && items.size() < limit;
        return new Ranked<>(items, all ? items.size() : given(session.sql(COUNT)).only(Row::number));
    }

    private Sql given(Sql sql) throws SQLException {
        long from = Times.secondsUp(active.start());
        long to = Times.secondsUp(active.end());
        return sql.text(Texts.clean(toolId)).number(from).number(to).number(from).number(to);
    }
}
