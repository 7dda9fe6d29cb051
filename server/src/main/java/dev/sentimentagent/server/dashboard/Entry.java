package dev.sentimentagent.server.dashboard;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A post or a comment in a list. Everything of it is untrusted. */
record Entry(ScoredItem scored, List<Said> said) {
    private static final int EXCERPT = 240;

    /** What it says of one of several tools, which it judges differently. */
    record Said(String name, Sentiment sentiment) {
        /** A sign for the eye; the class is told in words beside it. */
        String sign() {
            return switch (sentiment) {
                case POSITIVE -> "+";
                case NEGATIVE -> "\u2212";
                case NEUTRAL -> "\u00B1";
            };
        }
    }

    /** @param names of tools by id */
    static Entry of(ScoredItem scored, Map<String, String> names) {
        List<Said> said = scored.mentions().verdicts().isEmpty()
                ? List.of()
                : scored.toolIds()
                        .stream()
                        .filter(names::containsKey)
                        .map(id -> new Said(names.getOrDefault(id, id), scored.verdict(id).sentiment()))
                        .sorted(Comparator.comparing(Said::name))
                        .toList();
        return new Entry(scored, said);
    }

    /** Its score, or that of what it says of the tool of that id. */
    double compound(String toolId) {
        return toolId.isEmpty() ? scored.score().compound() : scored.verdict(toolId).compound();
    }

    /** The class of the same. */
    String sentiment(String toolId) {
        return (toolId.isEmpty() ? scored.score().sentiment() : scored.verdict(toolId).sentiment()).label();
    }

    /** A post's title, or the beginning of a comment. */
    String title() {
        return switch (scored.item()) {
            case Post post -> post.title();
            case Comment comment -> cut(comment.body());
        };
    }

    String subreddit() {
        return scored.item().subreddit();
    }

    String postId() {
        return switch (scored.item()) {
            case Post post -> post.id();
            case Comment comment -> comment.postId();
        };
    }

    /** Its page; a comment's is that of its post, if it is among those shown there. */
    String address() {
        return "/posts/" + View.encode(postId()) + (scored.item() instanceof Comment comment ? "#" + comment.fullname() : "");
    }

    boolean comment() {
        return scored.item() instanceof Comment;
    }

    int comments() {
        return scored.item() instanceof Post post ? post.commentCount() : 0;
    }

    String author() {
        String author = scored.item().author();
        return author == null ? "[deleted]" : author;
    }

    /** Made of ids alone: a permalink is what Reddit says it is. */
    String reddit() {
        return "https://www.reddit.com/comments/" + View.encode(postId())
                + (scored.item() instanceof Comment comment ? "/_/" + View.encode(comment.id()) : "");
    }

    static String cut(String text) {
        String plain = text.strip();
        if (plain.codePointCount(0, plain.length()) <= EXCERPT) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
