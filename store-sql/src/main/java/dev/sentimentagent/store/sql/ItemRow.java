package dev.sentimentagent.store.sql;

import static java.util.Objects.requireNonNullElse;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.model.store.sighting.Clean;
import dev.sentimentagent.model.store.sighting.ItemState;
import java.sql.SQLException;
import java.time.Instant;

/** Reads a whole item. */
final class ItemRow {
    /** Begin of a query whose rows {@link #state} reads. */
    static final String SELECT = """
            SELECT fullname, subreddit_id, created_utc, collected_at, changed_at, upvotes, comment_count, edited_at, deleted,
                   sentiment, compound_e4, positive_e3, negative_e3, neutral_e3, confidence, scorer_id, tool_set_id,
                   author, title, body, url, permalink, post_id, parent
            FROM item
            """;

    private ItemRow() {}

    static ScoredItem scored(Row row, Names names) throws SQLException {
        return state(row, names).scored();
    }

    static ItemState state(Row row, Names names) throws SQLException {
        String fullname = row.text();
        ItemKind kind = ItemKind.ofFullname(fullname);
        String id = fullname.substring(kind.prefix().length());
        String subreddit = names.subreddit(row.number());
        Instant createdUtc = Times.ofSeconds(row.number());
        Instant collectedAt = Times.ofMillis(row.number());
        Instant changedAt = Times.ofMillis(row.number());
        int upvotes = (int) row.number();
        int commentCount = (int) row.number();
        Long edited = row.numberOrNull();
        Instant editedAt = edited == null ? null : Times.ofMillis(edited);
        boolean deleted = row.number() != 0;
        long code = row.number();
        Score score = score(Codes.sentiment(code), row, names);
        Mentions mentions = names.mentions(row.number());
        String author = row.textOrNull();
        String title = requireNonNullElse(row.textOrNull(), "");
        String body = row.text();
        String url = requireNonNullElse(row.textOrNull(), "");
        String permalink = row.text();
        Item item = switch (kind) {
            case POST -> new Post(id, subreddit, author, title, body, url, permalink, createdUtc, collectedAt, upvotes, commentCount,
                    editedAt, deleted);
            case COMMENT -> new Comment(id, subreddit, author, row.text(), row.text(), body, permalink, createdUtc, collectedAt, upvotes,
                    editedAt, deleted);
        };
        return new ItemState(new ScoredItem(item, score, mentions, code == Codes.BOT, false), changedAt);
    }

    /** Reads the columns behind {@code sentiment} to {@code scorer_id}. */
    static Score score(Sentiment sentiment, Row row, Names names) throws SQLException {
        double compound = (double) row.number() / Score.COMPOUND_UNITS;
        double positive = Clean.share(row.number());
        double negative = Clean.share(row.number());
        double neutral = Clean.share(row.number());
        double confidence = row.real();
        Names.Scorer scorer = names.scorer(row.number());
        return new Score(sentiment, compound, positive, negative, neutral, confidence, scorer.method(), scorer.version());
    }
}
