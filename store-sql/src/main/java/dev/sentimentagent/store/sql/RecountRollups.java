package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Window;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

record RecountRollups(Window hours) implements Query<List<Rollup>> {
    /** Division towards the past, which SQL's own is not for times before 1970. */
    private static final String HOUR = "(created_utc - (created_utc % 3600 + 3600) % 3600) / 3600";

    static final String BY_SUBREDDIT = "SELECT " + HOUR + " AS hour, subreddit_id, kind, " + Tallies.COLUMNS + """
            FROM item WHERE deleted = 0 AND created_utc >= ? AND created_utc < ? AND sentiment < %d
            GROUP BY hour, subreddit_id, kind""".formatted(Codes.BOT);

    static final String BY_TOOL = "SELECT " + HOUR + " AS hour, tool_id, kind, " + Tallies.OF_TOOL + """
            FROM item JOIN tool_set_member ON tool_set_member.tool_set_id = item.tool_set_id
            WHERE deleted = 0 AND created_utc >= ? AND created_utc < ?
            GROUP BY hour, tool_id, kind""";

    RecountRollups {
        requireNonNull(hours, "hours");
    }

    @Override
    public List<Rollup> run(Session session) throws SQLException {
        Names names = session.names();
        List<Rollup> rollups = new ArrayList<>();
        select(session, BY_SUBREDDIT).each(row -> {
            Instant hour = Times.ofHour(row.number());
            rollups.add(rollup(Dimension.SUBREDDIT, names.subreddit(row.number()), hour, row));
        });
        select(session, BY_TOOL).each(row -> {
            Instant hour = Times.ofHour(row.number());
            rollups.add(rollup(Dimension.TOOL, row.text(), hour, row));
        });
        return rollups;
    }

    private Sql select(Session session, String sql) throws SQLException {
        return session.sql(sql)
                .number(Times.secondsOfHour(Times.hourUp(hours.start())))
                .number(Times.secondsOfHour(Times.hourUp(hours.end())));
    }

    private static Rollup rollup(Dimension dimension, String name, Instant hour, Row row) throws SQLException {
        return new Rollup(new Rollup.Key(dimension, name, Codes.kind(row.number()), hour), Tallies.read(row));
    }
}
