package dev.sentimentagent.server.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.ToolVerdict;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.Slice;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /posts/…}: the newest posts, one post, its comments. */
final class PostRoutes implements Route.Group {
    private static final int MAX_LIMIT = 1000;
    private static final String REDDIT = "https://www.reddit.com";
    private static final String DELETED = "[deleted]";

    private final ItemStore items;
    private final PostPages pages;
    private final Answers answers;
    private final InstantSource clock;

    PostRoutes(ItemStore items, PostPages pages, Answers answers, InstantSource clock) {
        this.items = items;
        this.pages = pages;
        this.answers = answers;
        this.clock = clock;
    }

    record PostBody(
            String id,
            String subreddit,
            String author,
            String title,
            String content,
            String url,
            Instant createdUtc,
            int upvotes,
            int commentCount,
            Instant collectedAt,
            String sentiment,
            double compoundScore,
            String analysisMethod,
            boolean notEnglish) {
        static PostBody of(Post post, Score score) {
            return new PostBody(
                    post.id(),
                    post.subreddit(),
                    authorOf(post.author()),
                    post.title(),
                    post.content(),
                    post.url(),
                    post.createdUtc(),
                    post.upvotes(),
                    post.commentCount(),
                    post.collectedAt(),
                    score.sentiment().label(),
                    score.compound(),
                    score.method(),
                    score.foreign());
        }
    }

    record ScoreBody(
            String sentiment, double compound, double pos, double neg, double neu, double confidence, String analysisMethod,
            String analysisVersion) {
        static ScoreBody of(Score score) {
            return new ScoreBody(
                    score.sentiment().label(),
                    score.compound(),
                    score.positive(),
                    score.negative(),
                    score.neutral(),
                    score.confidence(),
                    score.method(),
                    score.version());
        }
    }

    /** What is said of one tool. */
    record SaidOfToolBody(String toolId, String sentiment, double compoundScore) {
        /** Of each tool that the item speaks of, by id. */
        static List<SaidOfToolBody> of(ScoredItem scored) {
            return scored.toolIds().stream().sorted().map(tool -> of(tool, scored.verdict(tool))).toList();
        }

        private static SaidOfToolBody of(String tool, ToolVerdict verdict) {
            return new SaidOfToolBody(tool, verdict.sentiment().label(), verdict.compound());
        }
    }

    record PostDetailBody(@JsonUnwrapped PostBody post, ScoreBody score, List<String> tools, String permalink,
            List<SaidOfToolBody> toolSentiments, boolean bot) {}

    record CommentBody(
            String id,
            String postId,
            String parentId,
            String subreddit,
            String author,
            String body,
            Instant createdUtc,
            int upvotes,
            Instant collectedAt,
            String sentiment,
            double compoundScore,
            String permalink,
            List<SaidOfToolBody> toolSentiments,
            boolean bot,
            String analysisMethod,
            boolean notEnglish) {
        static CommentBody of(Comment comment, ScoredItem scored) {
            Score score = scored.score();
            return new CommentBody(
                    comment.id(),
                    comment.postId(),
                    comment.parent(),
                    comment.subreddit(),
                    authorOf(comment.author()),
                    comment.body(),
                    comment.createdUtc(),
                    comment.upvotes(),
                    comment.collectedAt(),
                    score.sentiment().label(),
                    score.compound(),
                    REDDIT + comment.permalink(),
                    SaidOfToolBody.of(scored),
                    scored.bot(),
                    score.method(),
                    score.foreign());
        }
    }

    private static final Parameter<Integer> HOURS = Parameters.hours(24);
    private static final Parameter<Integer> LIMIT = Parameters.limit(100, MAX_LIMIT);
    private static final String GROUP = "Posts";
    private static final Endpoint RECENT = Endpoint
            .get("/api/v1/posts/recent", GROUP, "Posts as they were collected, newest first; the Link header leads to the next part")
            .taking(Parameters.SUBREDDIT, HOURS, LIMIT, Parameters.CURSOR)
            .answeringListOf(PostBody.class);
    private static final Endpoint POST = Endpoint.get("/api/v1/posts/{id}", GROUP, "A post, its score and the tools that it speaks of")
            .taking(Parameters.POST_ID, Parameters.SUBREDDIT)
            .answering(PostDetailBody.class)
            .failing(404, "No such post is stored");
    private static final Endpoint COMMENTS = Endpoint
            .get("/api/v1/posts/{id}/comments", GROUP, "The comments of a post, oldest first; the Link header leads to the next part")
            .taking(Parameters.POST_ID, LIMIT, Parameters.CURSOR)
            .answeringListOf(CommentBody.class)
            .failing(404, "Neither the post nor a comment of it is stored");

    @Override
    public List<Route> routes() {
        return List.of(answers.untilNow(RECENT, this::recent), answers.stored(POST, this::post), answers.stored(COMMENTS, this::comments));
    }

    private Reply recent(Query query) {
        String subreddit = query.subreddit();
        int hours = query.get(HOURS);
        int limit = query.get(LIMIT);
        Instant since = clock.instant().minus(Duration.ofHours(hours));
        PostPage page = withCursor(() -> pages.page(subreddit, since, limit, query.get(Parameters.CURSOR).orElse(null)));
        String others = (subreddit == null ? "" : "subreddit=" + subreddit + "&") + "hours=" + hours + "&limit=" + limit;
        return new Reply(page.body(), page.content(), next(others, page.next()));
    }

    private Reply post(Query query) {
        String id = id(query);
        ScoredItem found = items.find(ItemKind.POST.fullname(id)).filter(item -> !item.item().deleted()).orElseThrow(() -> unknown(id));
        String subreddit = query.subreddit();
        if (!(found.item() instanceof Post post) || (subreddit != null && !SubredditName.same(subreddit, post.subreddit()))) {
            throw unknown(id);
        }
        return Reply.of(
                new PostDetailBody(
                        PostBody.of(post, found.score()),
                        ScoreBody.of(found.score()),
                        found.toolIds().stream().sorted().toList(),
                        REDDIT + post.permalink(),
                        SaidOfToolBody.of(found),
                        found.bot()));
    }

    private Reply comments(Query query) {
        String id = id(query);
        int limit = query.get(LIMIT);
        Slice<ScoredItem> slice = withCursor(() -> items.comments(id, limit, query.get(Parameters.CURSOR).orElse(null)));
        // A post may be gone or never have been collected, and its comments be there all the same.
        if (slice.items().isEmpty() && items.find(ItemKind.POST.fullname(id)).filter(post -> !post.item().deleted()).isEmpty()) {
            throw unknown(id);
        }
        List<CommentBody> comments = slice.items()
                .stream()
                .filter(item -> item.item() instanceof Comment)
                .map(item -> CommentBody.of((Comment) item.item(), item))
                .toList();
        return Reply.part(comments, next("limit=" + limit, slice.next()));
    }

    private static <T> T withCursor(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException _) {
            throw ApiException.invalid("cursor must be taken from the Link header of the answer before");
        }
    }

    private static @Nullable String next(String others, @Nullable String cursor) {
        return Optional.ofNullable(cursor).map(at -> others + "&cursor=" + URLEncoder.encode(at, StandardCharsets.UTF_8)).orElse(null);
    }

    private static String id(Query query) {
        String id = query.get(Parameters.POST_ID);
        return id.startsWith(ItemKind.POST.prefix()) ? id.substring(ItemKind.POST.prefix().length()) : id;
    }

    private static ApiException unknown(String id) {
        return ApiException.notFound("no post " + id + " is stored");
    }

    static String authorOf(@Nullable String author) {
        return author == null ? DELETED : author;
    }
}
