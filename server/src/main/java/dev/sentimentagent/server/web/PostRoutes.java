package dev.sentimentagent.server.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.ItemKind;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.Slice;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
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
final class PostRoutes implements HttpService {
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
            double compoundScore) {
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
                    score.compound());
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

    record PostDetailBody(@JsonUnwrapped PostBody post, ScoreBody score, List<String> tools, String permalink) {}

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
            String permalink) {
        static CommentBody of(Comment comment, Score score) {
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
                    REDDIT + comment.permalink());
        }
    }

    @Override
    public void routing(HttpRules rules) {
        Routes.get(rules, "/recent", answers.untilNow(this::recent, "subreddit", "hours", "limit", "cursor"));
        Routes.get(rules, "/{id}", answers.stored((query, request) -> post(query, id(request)), "subreddit"));
        Routes.get(rules, "/{id}/comments", answers.stored((query, request) -> comments(query, id(request)), "limit", "cursor"));
    }

    private Reply recent(Query query) {
        String subreddit = query.subreddit();
        int hours = query.hours(24);
        int limit = query.integer("limit", 100, 1, MAX_LIMIT);
        Instant since = clock.instant().minus(Duration.ofHours(hours));
        PostPage page = withCursor(() -> pages.page(subreddit, since, limit, query.cursor()));
        String others = (subreddit == null ? "" : "subreddit=" + subreddit + "&") + "hours=" + hours + "&limit=" + limit;
        return new Reply(page.body(), page.content(), next(others, page.next()));
    }

    private Reply post(Query query, String id) {
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
                        REDDIT + post.permalink()));
    }

    private Reply comments(Query query, String id) {
        int limit = query.integer("limit", 100, 1, MAX_LIMIT);
        Slice<ScoredItem> slice = withCursor(() -> items.comments(id, limit, query.cursor()));
        // A post may be gone or never have been collected, and its comments be there all the same.
        if (slice.items().isEmpty() && items.find(ItemKind.POST.fullname(id)).filter(post -> !post.item().deleted()).isEmpty()) {
            throw unknown(id);
        }
        List<CommentBody> comments = slice.items()
                .stream()
                .filter(item -> item.item() instanceof Comment)
                .map(item -> CommentBody.of((Comment) item.item(), item.score()))
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

    private static String id(ServerRequest request) {
        String id = request.path().pathParameters().get("id");
        return id.startsWith(ItemKind.POST.prefix()) ? id.substring(ItemKind.POST.prefix().length()) : id;
    }

    private static ApiException unknown(String id) {
        return ApiException.notFound("no post " + id + " is stored");
    }

    private static String authorOf(@Nullable String author) {
        return author == null ? DELETED : author;
    }
}
