package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.store.TopicStore;
import dev.sentimentagent.server.web.endpoint.Endpoint;
import dev.sentimentagent.server.web.endpoint.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/** {@code /trending}: the topics as they were last computed. */
final class TrendingRoutes implements Route.Group {
    private static final int MAX_LIMIT = 100;

    private final TopicStore topics;
    private final LongSupplier dataVersion;
    private final Answers answers;
    private volatile Listed listed = new Listed(-1, List.of());

    /** All that can be asked for, of one version of the data: whatever the limit, the store is asked once. */
    private record Listed(long version, List<TopicBody> bodies) {}

    TrendingRoutes(TopicStore topics, LongSupplier dataVersion, Answers answers) {
        this.topics = topics;
        this.dataVersion = dataVersion;
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
            Instant createdAt) {
        static TopicBody of(Topic topic) {
            return new TopicBody(
                    topic.id(),
                    topic.postIds(),
                    topic.theme(),
                    topic.keywords(),
                    Math.round(topic.engagementVelocity() * 100) / 100.0,
                    DistributionBody.of(topic.sentiment()),
                    topic.peakTime(),
                    topic.createdAt());
        }
    }

    private static final Parameter<Integer> LIMIT = Parameters.limit(20, MAX_LIMIT);
    private static final Endpoint TRENDING = Endpoint
            .get("/api/v1/trending", "Topics", "What engages people this week, the most engaging first")
            .taking(LIMIT)
            .answeringListOf(TopicBody.class);

    @Override
    public List<Route> routes() {
        return List.of(answers.stored(TRENDING, this::trending));
    }

    private Reply trending(Query query) {
        int limit = query.get(LIMIT);
        List<TopicBody> bodies = bodies();
        return Reply.of(bodies.subList(0, Math.min(limit, bodies.size())));
    }

    private List<TopicBody> bodies() {
        long version = dataVersion.getAsLong();
        Listed known = listed;
        if (known.version != version) {
            known = new Listed(version, topics.topics(MAX_LIMIT).stream().map(TopicBody::of).toList());
            listed = known;
        }
        return known.bodies;
    }
}
