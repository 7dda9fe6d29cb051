package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

record SelectCommentTallies(Collection<String> postIds) implements Query<Map<String, Tally>> {
    static final String SQL = "SELECT post_id, " + Tallies.COLUMNS + """
            FROM item WHERE kind = 1 AND deleted = 0 AND sentiment < 2 AND post_id IN %s GROUP BY post_id""";

    SelectCommentTallies {
        postIds = Set.copyOf(postIds);
    }

    @Override
    public Map<String, Tally> run(Session session) throws SQLException {
        Map<String, Tally> stored = new HashMap<>();
        InList.each(session, SQL, postIds.stream().map(Texts::clean).distinct().toList(),
                row -> stored.put(row.text(), Tallies.read(row)));
        Map<String, Tally> tallies = new HashMap<>();
        for (String postId : postIds) {
            Tally tally = stored.get(Texts.clean(postId));
            if (tally != null) {
                tallies.put(postId, tally);
            }
        }
        return tallies;
    }

    @Override
    public String toString() {
        return "SelectCommentTallies[postIds=" + postIds.size() + "]";
    }
}
