package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

record RecountRollups(Window hours) implements Query<List<Rollup>> {
    /** Division towards the past, which SQL's own is not for times before 1970. */
    private static final String HOUR = "(created_utc - (created_utc % 3600 + 3600) % 3600) / 3600";

    static final String BY_SUBREDDIT = "SELECT " + HOUR + " AS hour, 0, name, kind, " + Tallies.COLUMNS + """
            FROM item JOIN subreddit ON subreddit.subreddit_id = item.subreddit_id
            WHERE kind IN (0, 1) AND deleted = 0 AND created_utc >= ? AND created_utc < ?
            GROUP BY hour, name, kind""";

    static final String BY_TOOL = "SELECT " + HOUR + " AS hour, 1, tool_id, kind, " + Tallies.COLUMNS + """
            FROM item JOIN tool_set_member ON tool_set_member.tool_set_id = item.tool_set_id
            WHERE kind IN (0, 1) AND deleted = 0 AND created_utc >= ? AND created_utc < ?
            GROUP BY hour, tool_id, kind""";

    RecountRollups {
        requireNonNull(hours, "hours");
    }

    @Override
    public List<Rollup> run(Session session) throws SQLException {
        List<Rollup> rollups = new ArrayList<>();
        for (String sql : List.of(BY_SUBREDDIT, BY_TOOL)) {
            session.sql(sql)
                    .number(Times.secondsOfHour(Times.hourUp(hours.start())))
                    .number(Times.secondsOfHour(Times.hourUp(hours.end())))
                    .each(row -> rollups.add(SelectRollups.rollup(row)));
        }
        return rollups;
    }
}
