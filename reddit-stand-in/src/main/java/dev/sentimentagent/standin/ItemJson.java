package dev.sentimentagent.standin;

import dev.sentimentagent.standin.Snapshot.CommentSnapshot;
import dev.sentimentagent.standin.Snapshot.PostSnapshot;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The two JSON forms of an item: as the API returns it and as dumps hold it. */
final class ItemJson {
    static final String WEB = "https://www.reddit.com";

    private ItemJson() {}

    /**
     * Writes the item as a child of a listing.
     *
     * @param raw whether the client asked for {@code raw_json=1}; without it Reddit escapes {@code &}, {@code <} and {@code >} in every
     *     text
     */
    static void writeChild(JsonGenerator json, Snapshot item, boolean raw) {
        json.writeStartObject();
        json.writeStringProperty("kind", kindOf(item));
        json.writeObjectPropertyStart("data");
        writeCommon(json, item, raw);
        switch (item) {
            case PostSnapshot post -> writePost(json, post, raw);
            case CommentSnapshot comment -> writeComment(json, comment, raw);
        }
        writeAlwaysTheSame(json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String kindOf(Snapshot item) {
        String prefix = item.kind().prefix();
        return prefix.substring(0, prefix.length() - 1);
    }

    private static void writeCommon(JsonGenerator json, Snapshot item, boolean raw) {
        json.writeStringProperty("subreddit", item.subreddit());
        json.writeStringProperty("subreddit_name_prefixed", "r/" + item.subreddit());
        json.writeStringProperty("subreddit_type", "public");
        json.writeStringProperty("id", item.id());
        json.writeStringProperty("name", item.fullname());
        json.writeStringProperty("author", item.author());
        if (item.author().equals(Snapshot.DELETED)) {
            json.writeNullProperty("author_flair_type");
        } else {
            json.writeStringProperty("author_fullname", "t2_" + Integer.toString(item.author().hashCode() & Integer.MAX_VALUE, 36));
            json.writeStringProperty("author_flair_type", "text");
            json.writeBooleanProperty("author_premium", false);
        }
        writeFloat(json, "created", item.createdUtc());
        writeFloat(json, "created_utc", item.createdUtc());
        json.writeNumberProperty("score", item.score());
        json.writeNumberProperty("ups", item.score());
        json.writeNumberProperty("downs", 0);
        writeEdited(json, item.editedAt(), true);
        boolean post = item instanceof PostSnapshot;
        json.writeStringProperty(post ? "selftext" : "body", text(item.text(), raw));
        if (post && item.text().isEmpty()) {
            json.writeNullProperty("selftext_html");
        } else {
            String html = "<!-- SC_OFF --><div class=\"md\"><p>" + escape(item.text()) + "</p>\n</div><!-- SC_ON -->";
            json.writeStringProperty(post ? "selftext_html" : "body_html", text(html, raw));
        }
    }

    private static void writePost(JsonGenerator json, PostSnapshot post, boolean raw) {
        json.writeStringProperty("title", text(post.title(), raw));
        json.writeStringProperty("url", text(post.url(), raw));
        json.writeStringProperty("permalink", post.permalink());
        json.writeStringProperty("domain", domain(post));
        json.writeBooleanProperty("is_self", post.isSelf());
        json.writeStringProperty("thumbnail", post.isSelf() ? "self" : "default");
        json.writeNumberProperty("upvote_ratio", post.upvoteRatio());
        json.writeNumberProperty("num_comments", post.commentCount());
        json.writeNumberProperty("num_crossposts", 0);
        writeNullable(json, "removed_by_category", post.removedByCategory());
        writeNullable(json, "link_flair_text", post.flair());
        json.writeStringProperty("link_flair_type", "text");
        json.writeBooleanProperty("hide_score", false);
        json.writeBooleanProperty("over_18", false);
        json.writeBooleanProperty("spoiler", false);
        json.writeBooleanProperty("is_video", false);
        json.writeBooleanProperty("is_meta", false);
        json.writeBooleanProperty("hidden", false);
        json.writeBooleanProperty("contest_mode", false);
        json.writeBooleanProperty("quarantine", false);
        json.writeBooleanProperty("is_robot_indexable", !post.gone());
        json.writeNullProperty("media");
        json.writeNullProperty("suggested_sort");
        json.writeArrayPropertyStart("link_flair_richtext");
        json.writeEndArray();
    }

    private static void writeComment(JsonGenerator json, CommentSnapshot comment, boolean raw) {
        json.writeStringProperty("link_id", "t3_" + comment.postId());
        json.writeStringProperty("parent_id", comment.parent());
        json.writeStringProperty("permalink", comment.permalink());
        json.writeStringProperty("link_permalink", text(WEB + "/r/" + comment.subreddit() + "/comments/" + comment.postId() + "/", raw));
        json.writeBooleanProperty("is_submitter", comment.submitter());
        json.writeBooleanProperty("score_hidden", false);
        json.writeBooleanProperty("collapsed", false);
        json.writeNumberProperty("controversiality", 0);
        json.writeStringProperty("replies", "");
        json.writeNullProperty("collapsed_reason");
        json.writeNullProperty("comment_type");
    }

    private static void writeAlwaysTheSame(JsonGenerator json) {
        json.writeBooleanProperty("archived", false);
        json.writeBooleanProperty("locked", false);
        json.writeBooleanProperty("stickied", false);
        json.writeBooleanProperty("saved", false);
        json.writeBooleanProperty("can_mod_post", false);
        json.writeBooleanProperty("send_replies", true);
        json.writeNumberProperty("gilded", 0);
        json.writeNumberProperty("total_awards_received", 0);
        for (String name : new String[]{"approved_at_utc", "approved_by", "banned_at_utc", "banned_by", "distinguished", "likes",
                "mod_note", "mod_reason_by", "mod_reason_title", "num_reports", "removal_reason", "report_reasons", "top_awarded_type",
                "author_flair_css_class", "author_flair_text"}) {
            json.writeNullProperty(name);
        }
        for (String name : new String[]{"all_awardings", "awarders", "mod_reports", "treatment_tags", "user_reports",
                "author_flair_richtext"}) {
            json.writeArrayPropertyStart(name);
            json.writeEndArray();
        }
        json.writeObjectPropertyStart("gildings");
        json.writeEndObject();
    }

    /** Writes the item as a dump holds it: times are whole seconds, texts are not escaped. */
    static void writeDumpLine(JsonGenerator json, Snapshot item, Instant retrieved, Instant retrievedAgain) {
        json.writeStartObject();
        json.writeStringProperty("id", item.id());
        json.writeStringProperty("name", item.fullname());
        json.writeStringProperty("subreddit", item.subreddit());
        json.writeStringProperty("author", item.author());
        json.writeNumberProperty("created_utc", item.createdUtc().getEpochSecond());
        json.writeNumberProperty("score", item.score());
        writeEdited(json, item.editedAt(), false);
        json.writeNullProperty("distinguished");
        json.writeBooleanProperty("stickied", false);
        switch (item) {
            case PostSnapshot post -> {
                json.writeStringProperty("title", post.title());
                json.writeStringProperty("selftext", post.text());
                json.writeStringProperty("url", post.url());
                json.writeStringProperty("permalink", post.permalink());
                json.writeStringProperty("domain", domain(post));
                json.writeBooleanProperty("is_self", post.isSelf());
                json.writeBooleanProperty("over_18", false);
                json.writeNumberProperty("upvote_ratio", post.upvoteRatio());
                json.writeNumberProperty("num_comments", post.commentCount());
                writeNullable(json, "removed_by_category", post.removedByCategory());
                writeNullable(json, "link_flair_text", post.flair());
            }
            case CommentSnapshot comment -> {
                json.writeStringProperty("body", comment.text());
                json.writeStringProperty("link_id", "t3_" + comment.postId());
                json.writeStringProperty("parent_id", comment.parent());
                json.writeStringProperty("permalink", comment.permalink());
                json.writeBooleanProperty("is_submitter", comment.submitter());
                json.writeBooleanProperty("score_hidden", false);
                json.writeNumberProperty("controversiality", 0);
                json.writeNullProperty("collapsed_reason");
            }
        }
        json.writeNumberProperty("retrieved_on", retrieved.getEpochSecond());
        json.writeObjectPropertyStart("_meta");
        json.writeNumberProperty("retrieved_2nd_on", retrievedAgain.getEpochSecond());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String domain(PostSnapshot post) {
        if (post.isSelf()) {
            return "self." + post.subreddit();
        }
        try {
            String host = URI.create(post.url()).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    private static void writeEdited(JsonGenerator json, @Nullable Instant edited, boolean asFloat) {
        if (edited == null) {
            json.writeBooleanProperty("edited", false);
        } else if (asFloat) {
            writeFloat(json, "edited", edited);
        } else {
            json.writeNumberProperty("edited", edited.getEpochSecond());
        }
    }

    /** Seconds as Reddit writes them: {@code 1610921346.0}, never with an exponent. */
    private static void writeFloat(JsonGenerator json, String name, Instant instant) {
        json.writeName(name);
        json.writeNumber(instant.getEpochSecond() + ".0");
    }

    private static void writeNullable(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private static String text(String text, boolean raw) {
        return raw ? text : escape(text);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
