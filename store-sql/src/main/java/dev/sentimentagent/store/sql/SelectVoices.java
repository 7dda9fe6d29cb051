package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.VoiceConsumer;
import java.sql.SQLException;

record SelectVoices(Window created, VoiceConsumer consumer) implements Query<Boolean> {
    static final String SQL = """
            SELECT created_utc, subreddit_id, tool_set_id, sentiment, compound_e4, COALESCE(post_id, SUBSTR(fullname, 4)), author
            FROM item WHERE deleted = 0 AND created_utc >= ? AND created_utc < ? AND sentiment < %d""".formatted(Codes.BOT);

    SelectVoices {
        requireNonNull(created, "created");
        requireNonNull(consumer, "consumer");
    }

    @Override
    public Boolean run(Session session) throws SQLException {
        Names names = session.names();
        session.sql(SQL)
                .number(Times.secondsUp(created.start()))
                .number(Times.secondsUp(created.end()))
                .each(row -> take(row, names));
        return true;
    }

    private void take(Row row, Names names) throws SQLException {
        long createdUtc = row.number();
        String subreddit = names.subreddit(row.number());
        Mentions mentions = names.mentions(row.number());
        Sentiment sentiment = Codes.sentiment(row.number());
        consumer.accept(createdUtc, subreddit, mentions, sentiment, (int) row.number(), row.text(), row.textOrNull());
    }

    @Override
    public String toString() {
        return "SelectVoices[created=" + created + "]";
    }
}
