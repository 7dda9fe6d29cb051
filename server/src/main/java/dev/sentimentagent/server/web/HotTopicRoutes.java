package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Dimension;
import dev.sentimentagent.model.Post;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.Engagement;
import dev.sentimentagent.model.store.EngagementStore;
import dev.sentimentagent.model.store.Ranked;
import dev.sentimentagent.server.statistics.Statistics;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code /hot-topics}: the tools that are talked about most, and the posts about one of them. */
final class HotTopicRoutes implements Route.Group {
    private static final int MIN_MENTIONS = 3;
    private static final int EXCERPT = 150;
    /** How long what a request needs of the store is kept, if no data changes before: it reads every mention of the range. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final Parameter<Range> RANGE = Parameter
            .oneOf("time_range", List.of(Range.values()), Range::label, "How far the window reaches back from now")
            .orElse(Range.WEEK, Range.WEEK.label());
    private static final Parameter<Integer> TOPICS = Parameters.limit(10, 50);
    private static final Parameter<Integer> POSTS = Parameters.limit(20, 100);
    private static final Parameter<Integer> OFFSET = Parameter.integer("offset", 0, 1_000_000, "How many posts to leave out").orElse(0, 0);

    private static final String PATH = "/hot-topics";
    private static final Endpoint HOT_TOPICS = Endpoint
            .get(PATH, "Topics", "The tools that are talked about most: mentions x 10 + comments x 2 + upvotes, of three mentions or more")
            .taking(RANGE, TOPICS)
            .answering(HotTopicsBody.class);
    private static final Endpoint RELATED = Endpoint
            .get(PATH + "/{tool_id}/posts", "Topics", "The posts that name a tool and were made, or got a comment, in the range")
            .taking(Parameters.TOOL_ID, RANGE, OFFSET, POSTS)
            .answering(RelatedPostsBody.class)
            .failing(404, "No such tool");

    private final Tools tools;
    private final Statistics statistics;
    private final EngagementStore engagement;
    private final Answers answers;
    private final InstantSource clock;
    private final Map<Range, Totals> kept = new EnumMap<>(Range.class); // guarded by this

    /** What was found of a range, when, and in which version of the data. */
    private record Totals(Map<String, Engagement> byTool, Instant at, long version) {}

    private enum Range {
        DAY("24h", 1), WEEK("7d", 7), MONTH("30d", 30);

        private final String label;
        private final Duration length;

        Range(String label, int days) {
            this.label = label;
            this.length = Duration.ofDays(days);
        }

        String label() {
            return label;
        }
    }

    HotTopicRoutes(Tools tools, Statistics statistics, EngagementStore engagement, Answers answers, InstantSource clock) {
        this.tools = tools;
        this.statistics = statistics;
        this.engagement = engagement;
        this.answers = answers;
        this.clock = clock;
    }

    record HotDistributionBody(
            long positiveCount,
            long negativeCount,
            long neutralCount,
            double positivePercent,
            double negativePercent,
            double neutralPercent) {
        static HotDistributionBody of(Tally tally) {
            return new HotDistributionBody(tally.positive(), tally.negative(), tally.neutral(), Rounding.percent(tally.positive(), tally),
                    Rounding.percent(tally.negative(), tally), Rounding.percent(tally.neutral(), tally));
        }
    }

    record HotTopicBody(
            String toolId,
            String toolName,
            String toolSlug,
            long engagementScore,
            long totalMentions,
            long totalComments,
            long totalUpvotes,
            HotDistributionBody sentimentDistribution) {
        static HotTopicBody of(Tool tool, Tally tally, Engagement engagement) {
            long score = tally.total() * 10 + engagement.comments() * 2 + engagement.upvotes();
            return new HotTopicBody(tool.id(), tool.name(), tool.id(), score, tally.total(), engagement.comments(), engagement.upvotes(),
                    HotDistributionBody.of(tally));
        }
    }

    record HotTopicsBody(
            List<HotTopicBody> hotTopics, Instant generatedAt, String timeRange, List<AnalysisMethodBody> analysisMethods) {}

    record RelatedPostBody(
            String postId,
            String title,
            String excerpt,
            String author,
            String subreddit,
            Instant createdUtc,
            String redditUrl,
            int commentCount,
            int upvotes,
            String sentiment,
            long engagementScore,
            String analysisMethod) {
        static RelatedPostBody of(Post post, ScoredItem scored, String toolId) {
            return new RelatedPostBody(post.id(), post.title(), excerpt(post.content()), PostRoutes.authorOf(post.author()),
                    post.subreddit(),
                    post.createdUtc(), "https://reddit.com/r/" + post.subreddit() + "/comments/" + post.id(), post.commentCount(),
                    post.upvotes(), scored.verdict(toolId).sentiment().label(), (long) post.commentCount() + post.upvotes(),
                    scored.score().method());
        }

        /** At most so many characters, and never half of one. */
        private static String excerpt(String content) {
            if (content.length() <= EXCERPT) {
                return content;
            }
            int end = EXCERPT - 1;
            return content.substring(0, Character.isHighSurrogate(content.charAt(end - 1)) ? end - 1 : end) + "…";
        }
    }

    record RelatedPostsBody(List<RelatedPostBody> posts, long total, boolean hasMore, int offset, int limit) {}

    @Override
    public List<Route> routes() {
        return Stream.of("/api", "/api/v1")
                .flatMap(prefix -> Stream.of(
                        answers.untilNow(HOT_TOPICS.at(prefix + HOT_TOPICS.path()), this::hotTopics),
                        answers.untilNow(RELATED.at(prefix + RELATED.path()), this::related)))
                .toList();
    }

    private Reply hotTopics(Query query) {
        Range range = query.get(RANGE);
        Instant now = clock.instant();
        Window window = Window.ending(now, range.length);
        Map<String, Engagement> byTool = engagementOf(range, window);
        List<HotTopicBody> topics = tools.active()
                .stream()
                .map(CatalogueTool::tool)
                .map(tool -> HotTopicBody.of(tool, statistics.tally(Dimension.TOOL, tool.id(), window),
                        byTool.getOrDefault(tool.id(), Engagement.NONE)))
                .filter(topic -> topic.totalMentions >= MIN_MENTIONS)
                .sorted(Comparator.comparingLong(HotTopicBody::engagementScore).reversed().thenComparing(HotTopicBody::toolId))
                .limit(query.get(TOPICS))
                .toList();
        List<AnalysisMethodBody> methods = AnalysisMethodBody.of(statistics.scoring(), window);
        return Reply.of(new HotTopicsBody(topics, now, range.label, methods), Json.write(List.of(topics, methods)));
    }

    private synchronized Map<String, Engagement> engagementOf(Range range, Window window) {
        long version = statistics.changes().version();
        Totals known = kept.get(range);
        if (known == null || known.version != version || Duration.between(known.at, window.end()).abs().compareTo(KEPT) > 0) {
            known = new Totals(engagement.byTool(window), window.end(), version);
            kept.put(range, known);
        }
        return known.byTool;
    }

    private Reply related(Query query) {
        Tool tool = tools.known(query.get(Parameters.TOOL_ID));
        int offset = query.get(OFFSET);
        int limit = query.get(POSTS);
        Window window = Window.ending(clock.instant(), query.get(RANGE).length);
        Ranked<ScoredItem> ranked = engagement.posts(tool.id(), window, offset, limit);
        List<RelatedPostBody> posts = ranked.items()
                .stream()
                .filter(scored -> scored.item() instanceof Post)
                .map(scored -> RelatedPostBody.of((Post) scored.item(), scored, tool.id()))
                .toList();
        return Reply.of(new RelatedPostsBody(posts, ranked.total(), offset + posts.size() < ranked.total(), offset, limit));
    }
}
