package dev.sentimentagent.standin;

import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.store.Texts;
import dev.sentimentagent.standin.Snapshot.CommentSnapshot;
import dev.sentimentagent.standin.Snapshot.PostSnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An item as a dump holds it, with the sightings of it.
 *
 * @param last how it looked when the dump was made
 * @param sightings how it looked from visit to visit, in order of time; empty if that was not recorded
 */
record Recorded(Snapshot last, List<Sighting> sightings) {
    private static final String UNKNOWN_TEXT = "(the words of this item were gone before it was archived)";
    private static final double GROWS_IN_SECONDS = 6 * 3_600;
    /** Stands for text that was there before an edit shortened it. */
    private static final String LOST = " …";

    /**
     * How the item looked at a visit.
     *
     * @param at in epoch seconds
     * @param comments −1 where not known
     * @param edited when last edited, in epoch seconds; 0 for never
     * @param textLength in characters as the API sent them, escapes included
     */
    record Sighting(long at, String author, int score, int comments, long edited, int textLength, boolean removed) {
        static Sighting parse(JsonNode line) {
            return new Sighting(
                    seconds(line, "t"),
                    text(line, "author").intern(),
                    line.path("score").asInt(0),
                    line.path("num_comments").asInt(-1),
                    line.path("edited").isNumber() ? seconds(line, "edited") : 0,
                    line.path("text_len").asInt(0),
                    line.path("removed").asBoolean(false));
        }
    }

    /** @throws IllegalArgumentException if the line is neither a post nor a comment */
    static Snapshot parse(JsonNode line) {
        String id = required(line, "id");
        String subreddit = required(line, "subreddit").intern();
        Instant created = Instant.ofEpochSecond(seconds(line, "created_utc"));
        String author = text(line, "author").isEmpty() ? Snapshot.DELETED : text(line, "author").intern();
        int score = line.path("score").asInt(0);
        Instant edited = line.path("edited").isNumber() ? Instant.ofEpochSecond(seconds(line, "edited")) : null;
        if (line.has("body")) {
            String link = required(line, "link_id");
            if (!link.startsWith(ItemKind.POST.prefix())) {
                throw new IllegalArgumentException("a comment on no post: " + link);
            }
            String post = link.substring(ItemKind.POST.prefix().length());
            String parent = text(line, "parent_id").isEmpty() ? "t3_" + post : text(line, "parent_id");
            String permalink = permalink(line, "/r/" + subreddit + "/comments/" + post + "/_/" + id + "/");
            return new CommentSnapshot(
                    id, subreddit, author, post, parent, text(line, "body"), permalink, created, score, edited,
                    line.path("is_submitter").asBoolean(false));
        }
        String permalink = permalink(line, "/r/" + subreddit + "/comments/" + id + "/");
        String url = line.path("is_self").asBoolean(false) || text(line, "url").isEmpty() ? ItemJson.WEB + permalink : text(line, "url");
        return new PostSnapshot(
                id, subreddit, author, required(line, "title"), text(line, "selftext"), url, permalink, created, score,
                line.path("upvote_ratio").asDouble(1), line.path("num_comments").asInt(0), edited, nullable(line, "removed_by_category"),
                nullable(line, "link_flair_text"));
    }

    /** Whether it looks gone at that time. */
    boolean goneAt(long second) {
        if (sightings.isEmpty()) {
            return last.gone();
        }
        Sighting sighting = lastBy(second);
        return sighting != null && sighting.removed();
    }

    /** How it looks at that time, which is not before its creation. */
    Snapshot at(long second) {
        if (sightings.isEmpty()) {
            return grown(second);
        }
        Sighting seen = lastBy(second);
        if (seen == null) {
            Sighting first = sightings.getFirst();
            return shown(first.author(), textAt(first.textLength()), 1, 0, null, false);
        }
        String text = seen.removed() ? epitaph(seen) : textAt(seen.textLength());
        Instant edited = seen.edited() == 0 ? null : Instant.ofEpochSecond(seen.edited());
        return shown(seen.author(), text, seen.score(), Math.max(0, seen.comments()), edited, seen.removed());
    }

    private @Nullable Sighting lastBy(long second) {
        Sighting found = null;
        for (Sighting sighting : sightings) {
            if (sighting.at() > second) {
                break;
            }
            found = sighting;
        }
        return found;
    }

    /** Votes and comments on their way to what the dump says; everything else as it says. */
    private Snapshot grown(long second) {
        double grown = 1 - Math.exp(-(second - last.createdUtc().getEpochSecond()) / GROWS_IN_SECONDS);
        int score = (int) (1 + Math.round((last.score() - 1) * grown));
        Instant edited = last.editedAt() != null && last.editedAt().getEpochSecond() <= second ? last.editedAt() : null;
        int comments = last instanceof PostSnapshot post ? (int) Math.round(post.commentCount() * grown) : 0;
        return shown(last.author(), last.text(), score, comments, edited, last.gone());
    }

    private static String epitaph(Sighting seen) {
        return seen.author().equals(Snapshot.DELETED) ? Snapshot.DELETED : Snapshot.REMOVED;
    }

    /** The text when it was that long: what was cut or added by later edits is not known, only how much it was. */
    private String textAt(int length) {
        String text = last.text();
        if (text.equals(Snapshot.DELETED) || text.equals(Snapshot.REMOVED)) {
            return UNKNOWN_TEXT;
        }
        int difference = length - sightings.getLast().textLength();
        if (difference == 0 || sightings.getLast().removed()) {
            return text;
        }
        return difference > 0
                ? text + LOST.repeat(Math.min(difference, 1_000))
                : Texts.clean(text.substring(0, Math.max(0, text.length() + difference)));
    }

    private Snapshot shown(String author, String text, int score, int comments, @Nullable Instant edited, boolean gone) {
        return switch (last) {
            case PostSnapshot post -> {
                String category = post.removedByCategory() != null ? post.removedByCategory() : byWhom(author);
                yield new PostSnapshot(post.id(), post.subreddit(), author, post.title(), text, post.url(), post.permalink(),
                        post.createdUtc(), score, post.upvoteRatio(), comments, edited, gone ? category : null, post.flair());
            }
            case CommentSnapshot comment -> new CommentSnapshot(comment.id(), comment.subreddit(), author, comment.postId(),
                    comment.parent(), text, comment.permalink(), comment.createdUtc(), score, edited, comment.submitter());
        };
    }

    private static String byWhom(String author) {
        return author.equals(Snapshot.DELETED) ? "deleted" : "moderator";
    }

    ItemKind kind() {
        return last.kind();
    }

    long created() {
        return last.createdUtc().getEpochSecond();
    }

    private static String permalink(JsonNode line, String otherwise) {
        return text(line, "permalink").isEmpty() ? otherwise : text(line, "permalink");
    }

    private static String required(JsonNode line, String field) {
        String text = text(line, field);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an item without " + field);
        }
        return text;
    }

    private static String text(JsonNode line, String field) {
        return Texts.clean(line.path(field).asString(""));
    }

    private static @Nullable String nullable(JsonNode line, String field) {
        String text = text(line, field);
        return text.isEmpty() ? null : text.intern();
    }

    /** Seconds, which dumps write as a number with or without a fraction or as a string. */
    private static long seconds(JsonNode line, String field) {
        double seconds = line.path(field).asDouble(Double.NaN);
        if (Double.isNaN(seconds)) {
            throw new IllegalArgumentException("no time in " + field);
        }
        return (long) seconds;
    }
}
