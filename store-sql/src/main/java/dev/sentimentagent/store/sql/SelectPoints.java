package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.PointConsumer;
import java.sql.SQLException;

record SelectPoints(Window created, PointConsumer consumer) implements Query<Boolean> {
    static final String SQL = """
            SELECT created_utc, subreddit_id, tool_set_id, sentiment, compound_e4
            FROM item WHERE deleted = 0 AND created_utc >= ? AND created_utc < ? AND sentiment < %d""".formatted(Codes.BOT);

    SelectPoints {
        requireNonNull(created, "created");
        requireNonNull(consumer, "consumer");
    }

    @Override
    public Boolean run(Session session) throws SQLException {
        Names names = session.names();
        session.sql(SQL)
                .number(Times.secondsUp(created.start()))
                .number(Times.secondsUp(created.end()))
                .each(row -> consumer.accept(row.number(), names.subreddit(row.number()), names.mentions(row.number()),
                        Codes.sentiment(row.number()), (int) row.number()));
        return true;
    }

    @Override
    public String toString() {
        return "SelectPoints[created=" + created + "]";
    }
}
