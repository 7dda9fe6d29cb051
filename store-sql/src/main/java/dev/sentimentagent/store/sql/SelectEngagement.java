package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Engagement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

record SelectEngagement(Window created) implements Query<Map<String, Engagement>> {
    /** What comments mention is read from the index alone; a post is looked up once for each tool that is mentioned in it. */
    static final String SQL = """
            SELECT mention.tool_id, count(*), coalesce(sum(post.comment_count), 0), coalesce(sum(post.upvotes), 0)
            FROM (
              SELECT member.tool_id, item.fullname AS post
              FROM item CROSS JOIN tool_set_member AS member
              WHERE member.tool_set_id = item.tool_set_id
                AND item.created_utc >= ? AND item.created_utc < ? AND item.kind = 0 AND item.deleted = 0
              UNION
              SELECT member.tool_id, 't3_' || item.post_id
              FROM item CROSS JOIN tool_set_member AS member
              WHERE member.tool_set_id = item.tool_set_id
                AND item.created_utc >= ? AND item.created_utc < ? AND item.kind = 1 AND item.deleted = 0
            ) AS mention CROSS JOIN item AS post
            WHERE post.fullname = mention.post AND post.deleted = 0
            GROUP BY mention.tool_id""";

    SelectEngagement {
        requireNonNull(created, "created");
    }

    @Override
    public Map<String, Engagement> run(Session session) throws SQLException {
        long from = Times.secondsUp(created.start());
        long to = Times.secondsUp(created.end());
        Map<String, Engagement> byTool = new HashMap<>();
        session.sql(SQL)
                .number(from)
                .number(to)
                .number(from)
                .number(to)
                .each(row -> byTool.put(row.text(), new Engagement(row.number(), row.number(), row.number())));
        return byTool;
    }
}
