package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.store.sighting.Clean;
import dev.sentimentagent.model.store.sighting.ItemState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of items. */
final class WriteItems {
    private static final String INSERT = """
            INSERT INTO item (changed_at, upvotes, comment_count, edited_at, deleted,
                              sentiment, compound_e4, positive_e3, negative_e3, neutral_e3, confidence, scorer_id, tool_set_id,
                              author, title, url, permalink, body,
                              fullname, kind, subreddit_id, created_utc, collected_at, post_id, parent)
            VALUES
            """;
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_ONE = INSERT + ROW;
    /** Rows that one statement inserts where statements are not sent together: a call of it costs as much as several values. */
    private static final int ROWS = 20;
    private static final String INSERT_ROWS = INSERT + String.join(", ", Collections.nCopies(ROWS, ROW));

    private static final String UPDATE = """
            UPDATE item
            SET changed_at = ?, upvotes = ?, comment_count = ?, edited_at = ?, deleted = ?,
                sentiment = ?, compound_e4 = ?, positive_e3 = ?, negative_e3 = ?, neutral_e3 = ?, confidence = ?, scorer_id = ?, tool_set_id = ?,
                author = ?, title = ?, url = ?, permalink = ?, body = ?
            WHERE fullname = ?""";

    /** By far the most frequent change; it touches no index. */
    private static final String UPDATE_VOTES = "UPDATE item SET changed_at = ?, upvotes = ?, comment_count = ? WHERE fullname = ?";

    /** What a reanalysis changes. Columns that are not named here cost no change of the indexes that they stand in. */
    private static final String UPDATE_FINDINGS = """
            UPDATE item
            SET sentiment = ?, compound_e4 = ?, positive_e3 = ?, negative_e3 = ?, neutral_e3 = ?, confidence = ?, scorer_id = ?, tool_set_id = ?
            WHERE fullname = ?""";

    private static final String UPDATE_TOOLS = "UPDATE item SET tool_set_id = ? WHERE fullname = ?";

    private final Session session;
    private final Names names;
    /** To be inserted together. */
    private final List<ItemState> rows = new ArrayList<>(ROWS);

    WriteItems(Session session, Names names) {
        this.session = session;
        this.names = names;
    }

    /** Inserts an item, at the latest when {@link #flush} is called. */
    void insert(ItemState state) throws SQLException {
        if (session.batches()) {
            row(session.sql(INSERT_ONE), state).queue();
            return;
        }
        rows.add(state);
        if (rows.size() == ROWS) {
            Sql insert = session.sql(INSERT_ROWS);
            for (ItemState row : rows) {
                row(insert, row);
            }
            insert.update();
            rows.clear();
        }
    }

    private Sql row(Sql sql, ItemState state) throws SQLException {
        Item item = state.scored().item();
        Sql insert = contents(sql, state);
        insert.text(item.fullname())
                .number(Codes.of(item.kind()))
                .number(names.subreddit(item.subreddit()).id())
                .number(Times.seconds(item.createdUtc()))
                .number(Times.millis(item.collectedAt()));
        return switch (item) {
            case Post _ -> insert.text(null).text(null);
            case Comment comment -> insert.text(comment.postId()).text(comment.parent());
        };
    }

    void update(ItemState before, ItemState now) throws SQLException {
        String fullname = now.scored().item().fullname();
        if (before.differsInVotesOnly(now)) {
            votes(session.sql(UPDATE_VOTES), now).text(fullname).queue();
        } else if (before.differsInToolsOnly(now)) {
            session.sql(UPDATE_TOOLS).number(names.toolSetId(now.scored().mentions())).text(fullname).queue();
        } else if (before.differsInFindingsOnly(now)) {
            findings(session.sql(UPDATE_FINDINGS), now.scored()).text(fullname).queue();
        } else {
            contents(session.sql(UPDATE), now).text(fullname).queue();
        }
    }

    /** Sends what was not sent yet. */
    void flush() throws SQLException {
        for (ItemState row : rows) {
            row(session.sql(INSERT_ONE), row).update();
        }
        rows.clear();
        if (session.batches()) {
            session.sql(INSERT_ONE).flush();
            session.sql(UPDATE).flush();
            session.sql(UPDATE_VOTES).flush();
            session.sql(UPDATE_FINDINGS).flush();
            session.sql(UPDATE_TOOLS).flush();
        }
    }

    private Sql votes(Sql sql, ItemState state) throws SQLException {
        Item item = state.scored().item();
        Long commentCount = switch (item) {
            case Post post -> (long) post.commentCount();
            case Comment _ -> null;
        };
        return sql.number(Times.millis(state.changedAt())).number(item.upvotes()).number(commentCount);
    }

    private Sql contents(Sql sql, ItemState state) throws SQLException {
        ScoredItem scored = state.scored();
        Item item = scored.item();
        votes(sql, state).number(millis(item.editedAt())).number(item.deleted() ? 1 : 0);
        findings(sql, scored).text(item.author());
        return switch (item) {
            case Post post -> sql.text(post.title()).text(post.url()).text(post.permalink()).text(post.content());
            case Comment comment -> sql.text(null).text(null).text(comment.permalink()).text(comment.body());
        };
    }

    private Sql findings(Sql sql, ScoredItem scored) throws SQLException {
        Score score = scored.score();
        return sql.number(scored.bot() ? Codes.BOT : Codes.of(score.sentiment()))
                .number(score.compoundE4())
                .number(Clean.shareE3(score.positive()))
                .number(Clean.shareE3(score.negative()))
                .number(Clean.shareE3(score.neutral()))
                .real(score.confidence())
                .number(names.scorerId(new Names.Scorer(score.method(), score.version())))
                .number(names.toolSetId(scored.mentions()));
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : Times.millis(time);
    }
}
