package dev.sentimentagent.server.trending;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.server.trending.TopicNaming.Name;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A topic before it has an id and its comments' sentiment.
 *
 * @param posts the most engaging first
 * @param velocity of all its posts
 */
record Draft(Name name, List<RankedPost> posts, double velocity) {
    private static final int MAX_POST_IDS = 20;

    static Draft of(List<RankedPost> posts, TopicNaming naming) {
        List<RankedPost> sorted = posts.stream().sorted(RankedPost.MOST_ENGAGING).toList();
        return new Draft(naming.name(sorted), sorted, sorted.stream().mapToDouble(RankedPost::velocity).sum());
    }

    Topic topic(String id, Map<String, Tally> comments, Instant now) {
        Tally sentiment = Tally.ZERO;
        for (RankedPost post : posts) {
            sentiment = sentiment.plus(post.activity().tally()).plus(comments.getOrDefault(post.id(), Tally.ZERO));
        }
        List<String> postIds = posts.stream().limit(MAX_POST_IDS).map(RankedPost::id).toList();
        return new Topic(id, postIds, name.theme(), name.keywords(), velocity, sentiment, posts.getFirst().activity().createdUtc(), now);
    }
}
