package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Texts;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

record SelectTally(Dimension dimension, @Nullable String name, Window created) implements Query<Tally> {
    static final String ALL = "SELECT " + Tallies.COLUMNS + """
            FROM item WHERE kind IN (0, 1) AND deleted = 0 AND created_utc >= ? AND created_utc < ?""";

    static final String OF_SUBREDDIT = "SELECT " + Tallies.COLUMNS + """
            FROM item
            WHERE deleted = 0 AND created_utc >= ? AND created_utc < ?
              AND subreddit_id = (SELECT subreddit_id FROM subreddit WHERE name_key = ?)""";

    static final String OF_TOOL = "SELECT " + Tallies.COLUMNS + """
            FROM item
            WHERE kind IN (0, 1) AND deleted = 0 AND created_utc >= ? AND created_utc < ?
              AND tool_set_id IN (SELECT tool_set_id FROM tool_set_member WHERE tool_id = ?)""";

    SelectTally {
        requireNonNull(created, "created");
        if (dimension == Dimension.TOOL && name == null) {
            throw new IllegalArgumentException("a tally of tools needs the id of one: an item can speak of several");
        }
    }

    @Override
    public Tally run(Session session) throws SQLException {
        Sql sql = session.sql(sql()).number(Times.secondsUp(created.start())).number(Times.secondsUp(created.end()));
        if (name != null) {
            sql.text(dimension == Dimension.TOOL ? Texts.clean(name) : Names.key(name));
        }
        return sql.only(Tallies::read);
    }

    private String sql() {
        return switch (dimension) {
            case SUBREDDIT -> name == null ? ALL : OF_SUBREDDIT;
            case TOOL -> OF_TOOL;
        };
    }
}
