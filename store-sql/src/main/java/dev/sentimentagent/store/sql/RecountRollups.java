package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Rollup;
import dev.sentimentagent.model.Score;
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

    private static final String BY_METHOD = "SELECT " + HOUR + " AS hour, scorer_id, kind, " + Tallies.COLUMNS + """
            FROM item WHERE deleted = 0 AND created_utc >= ? AND created_utc < ? AND sentiment < %d
            GROUP BY hour, scorer_id, kind""".formatted(Codes.BOT);

    private static final String OF_BOTS = "SELECT " + HOUR + """
             AS hour, subreddit_id, kind, 0, 0, count(*), 0, 0
            FROM item WHERE deleted = 0 AND created_utc >= ? AND created_utc < ? AND sentiment = %d
            GROUP BY hour, subreddit_id, kind""".formatted(Codes.BOT);

    /** See {@link dev.sentimentagent.model.Score#foreign()}. */
    private static final String FOREIGN = "SELECT " + HOUR + " AS hour, subreddit_id, kind, " + Tallies.COLUMNS + """
            FROM item WHERE deleted = 0 AND created_utc >= ? AND created_utc < ? AND sentiment < %d
              AND positive_e3 + negative_e3 + neutral_e3 = 0 AND confidence = 0
            GROUP BY hour, subreddit_id, kind""".formatted(Codes.BOT);

    RecountRollups {
        requireNonNull(hours, "hours");
    }

    @Override
    public List<Rollup> run(Session session) throws SQLException {
        Names names = session.names();
        List<Rollup> rollups = new ArrayList<>();
        bySubreddit(session, BY_SUBREDDIT, Dimension.SUBREDDIT, rollups);
        bySubreddit(session, OF_BOTS, Dimension.BOT, rollups);
        bySubreddit(session, FOREIGN, Dimension.FOREIGN, rollups);
        select(session, BY_TOOL).each(row -> {
            Instant hour = Times.ofHour(row.number());
            rollups.add(rollup(Dimension.TOOL, row.text(), hour, row));
        });
        select(session, BY_METHOD).each(row -> {
            Instant hour = Times.ofHour(row.number());
            Names.Scorer scorer = names.scorer(row.number());
            rollups.add(rollup(Dimension.METHOD, Score.scorer(scorer.method(), scorer.version()), hour, row));
        });
        return rollups;
    }

    private void bySubreddit(Session session, String sql, Dimension dimension, List<Rollup> rollups) throws SQLException {
        select(session, sql).each(row -> {
            Instant hour = Times.ofHour(row.number());
            rollups.add(rollup(dimension, session.names().subreddit(row.number()), hour, row));
        });
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
