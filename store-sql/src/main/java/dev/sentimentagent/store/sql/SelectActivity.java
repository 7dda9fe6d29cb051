package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.Window;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

record SelectActivity(Window created) implements Query<List<PostActivity>> {
    static final String SQL = """
            SELECT fullname, subreddit_id, created_utc, upvotes, comment_count,
                   sentiment, compound_e4, positive_e3, negative_e3, neutral_e3, confidence, scorer_id, tool_set_id, title
            FROM item
            WHERE kind = 0 AND deleted = 0 AND created_utc >= ? AND created_utc < ?""";

    SelectActivity {
        requireNonNull(created, "created");
    }

    @Override
    public List<PostActivity> run(Session session) throws SQLException {
        Names names = session.names();
        return session.sql(SQL)
                .number(Times.secondsUp(created.start()))
                .number(Times.secondsUp(created.end()))
                .list(row -> activity(row, names));
    }

    private static PostActivity activity(Row row, Names names) throws SQLException {
        String id = row.text().substring(ItemKind.POST.prefix().length());
        String subreddit = names.subreddit(row.number());
        Instant createdUtc = Times.ofSeconds(row.number());
        int upvotes = (int) row.number();
        int commentCount = (int) row.number();
        long code = row.number();
        Score score = ItemRow.score(Codes.sentiment(code), row, names);
        Set<String> tools = names.mentions(row.number()).toolIds();
        return new PostActivity(id, subreddit, row.text(), createdUtc, upvotes, commentCount, score, tools, code == Codes.BOT);
    }
}
