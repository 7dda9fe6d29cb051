package dev.sentimentagent.reddit;

import dev.sentimentagent.model.ItemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The fields of a post or comment that matter here, read from its JSON object in one pass without building a tree; the other hundred
 * are skipped. Reused from item to item; not thread-safe.
 */
final class ItemFields {
    final Field id = new Field("id");
    final Field name = new Field("name");
    final Field subreddit = new Field("subreddit");
    final Field author = new Field("author");
    final Field title = new Field("title");
    final Field selftext = new Field("selftext");
    final Field body = new Field("body");
    final Field url = new Field("url");
    final Field permalink = new Field("permalink");
    final Field linkId = new Field("link_id");
    final Field parentId = new Field("parent_id");
    final Field removedByCategory = new Field("removed_by_category");
    final Field createdUtc = new Field("created_utc");
    final Field edited = new Field("edited");
    final Field score = new Field("score");
    final Field ups = new Field("ups");
    final Field commentCount = new Field("num_comments");
    final Field retrievedOn = new Field("retrieved_on");
    final Field retrievedUtc = new Field("retrieved_utc");
    private final List<Field> all = List.of(
            id,
            name,
            subreddit,
            author,
            title,
            selftext,
            body,
            url,
            permalink,
            linkId,
            parentId,
            removedByCategory,
            createdUtc,
            edited,
            score,
            ups,
            commentCount,
            retrievedOn,
            retrievedUtc);

    /** Reads the object whose opening brace is the parser's current token, to its closing one. */
    void read(JsonParser parser) {
        clear();
        String field;
        while ((field = parser.nextName()) != null) {
            JsonToken value = parser.nextToken();
            switch (field) {
                case "id" -> id.readText(parser, value);
                case "name" -> name.readText(parser, value);
                case "subreddit" -> subreddit.readText(parser, value);
                case "author" -> author.readText(parser, value);
                case "title" -> title.readText(parser, value);
                case "selftext" -> selftext.readText(parser, value);
                case "body" -> body.readText(parser, value);
                case "url" -> url.readText(parser, value);
                case "permalink" -> permalink.readText(parser, value);
                case "link_id" -> linkId.readText(parser, value);
                case "parent_id" -> parentId.readText(parser, value);
                case "removed_by_category" -> removedByCategory.readText(parser, value);
                case "created_utc" -> createdUtc.readNumber(parser, value);
                case "edited" -> edited.readNumber(parser, value);
                case "score" -> score.readNumber(parser, value);
                case "ups" -> ups.readNumber(parser, value);
                case "num_comments" -> commentCount.readNumber(parser, value);
                case "retrieved_on" -> retrievedOn.readNumber(parser, value);
                case "retrieved_utc" -> retrievedUtc.readNumber(parser, value);
                default -> parser.skipChildren();
            }
        }
    }

    void clear() {
        for (Field field : all) {
            field.clear();
        }
    }

    /** The kind that the fields themselves tell; null if they do not. */
    @Nullable
    ItemKind kind() {
        String fullname = name.text();
        if (fullname != null) {
            for (ItemKind kind : ItemKind.values()) {
                if (fullname.startsWith(kind.prefix())) {
                    return kind;
                }
            }
        }
        boolean post = title.state() != Field.State.ABSENT;
        boolean comment = body.state() != Field.State.ABSENT;
        if (post == comment) {
            return null;
        }
        return post ? ItemKind.POST : ItemKind.COMMENT;
    }
}
