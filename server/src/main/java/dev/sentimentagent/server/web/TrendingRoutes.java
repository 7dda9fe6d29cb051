package dev.sentimentagent.server.web;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.store.TopicStore;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Instant;
import java.util.List;

/** {@code /trending}: the topics as they were last computed. */
final class TrendingRoutes implements HttpService {
    private final TopicStore topics;
    private final Answers answers;

    TrendingRoutes(TopicStore topics, Answers answers) {
        this.topics = topics;
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

    @Override
    public void routing(HttpRules rules) {
        Routes.get(rules, "/trending", answers.stored(this::trending));
    }

    private Reply trending(Query query) {
        return Reply.of(topics.topics(query.integer("limit", 20, 1, 100)).stream().map(TopicBody::of).toList());
    }
}
