package dev.sentimentagent.reddit;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Reason;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an item of its fields. Strict about what an item cannot be without (id, subreddit, time, text, and a comment's post), tolerant
 * about the rest: what is missing or of the wrong type there is derived, or taken as none.
 */
final class ItemAssembler {
    private static final String REDDIT = "https://www.reddit.com";
    private static final int MAX_SUBREDDIT = 64;
    private static final int MAX_ID = 13;
    /** 1 January 2100; a later time is milliseconds taken for seconds, or nonsense. */
    private static final double LATEST = 4_102_444_800.0;
    private static final Pattern FULLNAME = Pattern.compile("t[0-9]_[0-9a-z]{1," + MAX_ID + "}");

    private final ItemFields fields;

    ItemAssembler(ItemFields fields) {
        this.fields = fields;
    }

    /**
     * The item that the fields describe.
     *
     * @param sightedAt when it was sighted; null to take it from the fields, as dumps have it, else from its creation
     */
    Item assemble(ItemKind kind, @Nullable Instant sightedAt) throws RejectedException {
        String id = id(kind);
        String label = kind.fullname(id);
        String subreddit = text(fields.subreddit, label);
        if (subreddit.isBlank() || subreddit.length() > MAX_SUBREDDIT) {
            throw invalid(label, fields.subreddit);
        }
        Instant createdUtc = createdUtc(label);
        Instant collectedAt = sightedAt != null ? sightedAt : retrieved(createdUtc);
        return switch (kind) {
            case POST -> post(id, label, subreddit, createdUtc, collectedAt);
            case COMMENT -> comment(id, label, subreddit, createdUtc, collectedAt);
        };
    }

    private Post post(String id, String label, String subreddit, Instant createdUtc, Instant collectedAt) throws RejectedException {
        String title = text(fields.title, label);
        // A link has no body, and dumps may leave it out.
        String content = fields.selftext.state() == Field.State.ABSENT ? "" : text(fields.selftext, label);
        String permalink = permalink("/r/" + subreddit + "/comments/" + id + "/");
        return new Post(id, subreddit, author(), title, content, url(permalink), permalink, createdUtc, collectedAt, score(),
                Math.max(0, whole(fields.commentCount.number(0))), edited(),
                Deletion.ofPost(title, content, fields.removedByCategory.text()));
    }

    private Comment comment(String id, String label, String subreddit, Instant createdUtc, Instant collectedAt) throws RejectedException {
        String body = text(fields.body, label);
        String postId = stripped(ItemKind.POST, text(fields.linkId, label));
        if (!isId(postId)) {
            throw invalid(label, fields.linkId);
        }
        String permalink = permalink("/r/" + subreddit + "/comments/" + postId + "/_/" + id + "/");
        String parent = fields.parentId.text();
        if (parent == null || !FULLNAME.matcher(parent).matches()) {
            // Some dumps leave it out or give a bare number.
            parent = ItemKind.POST.fullname(postId);
        }
        return new Comment(id, subreddit, author(), postId, parent, body, permalink, createdUtc, collectedAt, score(), edited(),
                Deletion.ofComment(body, fields.removedByCategory.text()));
    }

    private String id(ItemKind kind) throws RejectedException {
        String id = fields.id.text();
        String fullname = fields.name.text();
        if (fields.id.state() == Field.State.ABSENT && fullname != null && fullname.startsWith(kind.prefix())) {
            id = stripped(kind, fullname);
        }
        if (id == null) {
            throw faulty(kind.prefix() + "?", fields.id);
        }
        if (!isId(id)) {
            throw invalid(kind.prefix() + "?", fields.id);
        }
        return id;
    }

    private Instant createdUtc(String label) throws RejectedException {
        if (fields.createdUtc.state() != Field.State.PRESENT) {
            throw faulty(label, fields.createdUtc);
        }
        double seconds = fields.createdUtc.number(0);
        if (!isTime(seconds)) {
            throw invalid(label, fields.createdUtc);
        }
        return Instant.ofEpochSecond((long) seconds);
    }

    private Instant retrieved(Instant createdUtc) {
        double seconds = fields.retrievedOn.number(fields.retrievedUtc.number(0));
        // Nothing is sighted before it is said; a dump that says so has its clock wrong.
        return isTime(seconds) && seconds >= createdUtc.getEpochSecond() ? Instant.ofEpochSecond((long) seconds) : createdUtc;
    }

    /** {@code true}, which stands for an edit of unknown time before 2012, counts as none, like {@code false}. */
    private @Nullable Instant edited() {
        double seconds = fields.edited.number(0);
        return isTime(seconds) ? Instant.ofEpochSecond((long) seconds) : null;
    }

    private @Nullable String author() {
        String author = fields.author.text();
        return author == null || author.isBlank() || Deletion.isMark(author) ? null : author;
    }

    private int score() {
        return whole(fields.score.number(fields.ups.number(0)));
    }

    private String permalink(String derived) {
        String permalink = fields.permalink.text();
        return permalink != null && permalink.startsWith("/") && !permalink.startsWith("//") ? permalink : derived;
    }

    /** The address that a post links to. Anything but http(s), such as {@code javascript:}, is not one: the post's own stands for it. */
    private String url(String permalink) {
        String url = fields.url.text();
        if (url == null || url.isBlank()) {
            return REDDIT + permalink;
        }
        if (url.startsWith("/") && !url.startsWith("//")) {
            return REDDIT + url;
        }
        return url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7) ? url : REDDIT + permalink;
    }

    private static String text(Field field, String label) throws RejectedException {
        String text = field.text();
        if (text == null) {
            throw faulty(label, field);
        }
        return text;
    }

    private static String stripped(ItemKind kind, String fullname) {
        return fullname.startsWith(kind.prefix()) ? fullname.substring(kind.prefix().length()) : fullname;
    }

    private static boolean isId(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))) {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= MAX_ID;
    }

    private static boolean isTime(double seconds) {
        return seconds >= 1 && seconds < LATEST;
    }

    /** The nearest number that an int can hold. */
    private static int whole(double number) {
        return (int) number;
    }

    private static RejectedException invalid(String label, Field field) {
        return new RejectedException(Reason.INVALID_VALUE, label + ": " + field.name + " has an impossible value");
    }

    private static RejectedException faulty(String label, Field field) {
        return switch (field.state()) {
            case ABSENT -> new RejectedException(Reason.MISSING_FIELD, label + ": " + field.name + " is missing or null");
            case OVERSIZED -> new RejectedException(Reason.OVERSIZED, label + ": " + field.name + " is longer than " + Field.MAX_TEXT);
            case WRONG_TYPE, PRESENT -> new RejectedException(Reason.WRONG_TYPE, label + ": " + field.name + " is of the wrong type");
        };
    }
}
