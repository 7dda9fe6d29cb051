package dev.sentimentagent.server.export;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is exported; the names of the components are those of the columns.
 *
 * @param fullname Reddit's unique id
 * @param author null if the account was deleted
 * @param title null for comments
 * @param url null for comments
 * @param postId null for posts
 * @param parentId fullname of what is answered; null for posts
 * @param commentCount null for comments
 * @param toolSentiments by id of each tool, the class of what is said of it
 * @param bot whether a program wrote it: then it counts nowhere
 * @param notEnglish whether it is in a language that the method does not know: then it counts as neutral
 */
record ExportedItem(
        String fullname,
        String kind,
        String subreddit,
        @Nullable String author,
        Instant createdUtc,
        Instant collectedAt,
        @Nullable String title,
        String text,
        @Nullable String url,
        String permalink,
        @Nullable String postId,
        @Nullable String parentId,
        int upvotes,
        @Nullable Integer commentCount,
        String sentiment,
        double compound,
        double pos,
        double neg,
        double neu,
        double confidence,
        String analysisMethod,
        String analysisVersion,
        List<String> tools,
        Map<String, String> toolSentiments,
        boolean bot,
        boolean notEnglish) {
    private static final String REDDIT = "https://www.reddit.com";

    /** Names of the columns. */
    static final List<String> COLUMNS = List.of("fullname", "kind", "subreddit", "author", "created_utc", "collected_at", "title", "text",
            "url", "permalink", "post_id", "parent_id", "upvotes", "comment_count", "sentiment", "compound", "pos", "neg", "neu",
            "confidence",
            "analysis_method", "analysis_version", "tools", "tool_sentiments", "bot",
            "not_english");

    static ExportedItem of(ScoredItem scored) {
        Score score = scored.score();
        List<String> tools = scored.toolIds().stream().sorted().toList();
        Map<String, String> said = new TreeMap<>();
        tools.forEach(tool -> said.put(tool, scored.verdict(tool).sentiment().label()));
        return switch (scored.item()) {
            case Post post -> new ExportedItem(post.fullname(), "post", post.subreddit(), post.author(), post.createdUtc(),
                    post.collectedAt(), post.title(), post.content(), post.url(), REDDIT + post.permalink(), null, null, post.upvotes(),
                    post.commentCount(), score.sentiment().label(), score.compound(), score.positive(), score.negative(), score.neutral(),
                    score.confidence(), score.method(), score.version(), tools, said, scored.bot(),
                    score.foreign());
            case Comment comment -> new ExportedItem(comment.fullname(), "comment", comment.subreddit(), comment.author(),
                    comment.createdUtc(), comment.collectedAt(), null, comment.body(), null, REDDIT + comment.permalink(),
                    comment.postId(), comment.parent(), comment.upvotes(), null, score.sentiment().label(), score.compound(),
                    score.positive(), score.negative(), score.neutral(), score.confidence(), score.method(), score.version(), tools, said,
                    scored.bot(), score.foreign());
        };
    }

    /** Its fields as text, in the order of {@link #COLUMNS}; the tools, and what is said of each, with spaces between them. */
    String[] row() {
        Object[] fields = {fullname, kind, subreddit, author, createdUtc, collectedAt, title, text, url, permalink, postId, parentId,
                upvotes, commentCount, sentiment, compound, pos, neg, neu, confidence, analysisMethod, analysisVersion,
                String.join(" ", tools),
                toolSentiments.entrySet().stream().map(tool -> tool.getKey() + "=" + tool.getValue()).collect(Collectors.joining(" ")),
                bot, notEnglish};
        String[] row = new String[fields.length];
        for (int i = 0; i < fields.length; i++) {
            row[i] = Objects.toString(fields[i], "");
        }
        return row;
    }
}
