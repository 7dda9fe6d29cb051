package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.TopicStore;
import dev.sentimentagent.server.statistics.Statistics;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code /trending}: the topics as they were last computed. */
final class TrendingRoutes implements Route.Group {
    private static final int MAX_LIMIT = 100;
    private static final Duration WEEK = Duration.ofDays(7);

    private final TopicStore topics;
    private final Statistics statistics;
    private final Answers answers;
    private volatile Listed listed = new Listed(-1, List.of());

    /** All that can be asked for, of one version of the data: whatever the limit, the store is asked once. */
    private record Listed(long version, List<TopicBody> bodies) {}

    TrendingRoutes(TopicStore topics, Statistics statistics, Answers answers) {
        this.topics = topics;
        this.statistics = statistics;
        this.answers = answers;
    }

    record DistributionBody(long positive, long negative, long neutral) {
        static DistributionBody of(Tally tally) {
            return new DistributionBody(tally.positive(), tally.negative(), tally.neutral());
        }
    }

    record TopicBody(
            String id,
            List<String> postIds,
            String theme,
            List<String> keywords,
            double engagementVelocity,
            DistributionBody sentimentDistribution,
            Instant peakTime,
            Instant createdAt,
            List<AnalysisMethodBody> analysisMethods) {
        static TopicBody of(Topic topic, List<AnalysisMethodBody> methods) {
            return new TopicBody(
                    topic.id(),
                    topic.postIds(),
                    topic.theme(),
                    topic.keywords(),
                    Math.round(topic.engagementVelocity() * 100) / 100.0,
                    DistributionBody.of(topic.sentiment()),
                    topic.peakTime(),
                    topic.createdAt(),
                    methods);
        }
    }

    private static final Parameter<Integer> LIMIT = Parameters.limit(20, MAX_LIMIT);
    private static final Endpoint TRENDING = Endpoint
            .get("/api/v1/trending", "Topics", "What engages people this week, the most engaging first")
            .taking(LIMIT)
            .answeringListOf(TopicBody.class);

    @Override
    public List<Route> routes() {
        return List.of(answers.stored(TRENDING, statistics.changes()::listedVersion, this::trending));
    }

    private Reply trending(Query query) {
        int limit = query.get(LIMIT);
        List<TopicBody> bodies = bodies();
        return Reply.of(bodies.subList(0, Math.min(limit, bodies.size())));
    }

    private List<TopicBody> bodies() {
        Listed known = listed;
        return known.version == statistics.changes().listedVersion() ? known.bodies : read();
    }

    /** One reads for all who ask at the same time. */
    private synchronized List<TopicBody> read() {
        long version = statistics.changes().listedVersion();
        Listed known = listed;
        if (known.version != version) {
            known = new Listed(version, topics.topics(MAX_LIMIT).stream().map(topic -> TopicBody.of(topic, methods(topic))).toList());
            listed = known;
        }
        return known.bodies;
    }

    /** Of the week that topics are looked for in. */
    private List<AnalysisMethodBody> methods(Topic topic) {
        return AnalysisMethodBody.of(statistics.scoring(), Window.ending(topic.createdAt(), WEEK));
    }
}
