package dev.sentimentagent.server.trending;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.TopicStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes the trending topics of the last 7 days and stores them.
 *
 * <p>Posts are ranked by {@link EngagementVelocity} and grouped by what their titles say, the tools they speak of and their
 * {@link Theme}: see {@link TopicClustering}. The same posts at the same moment give the same topics, in whatever order the store returns
 * them. A topic's id comes from its theme, so it stays the same between computations as long as the topic is called the same. Its velocity
 * and sentiment are those of all its posts; at most {@value #MAX_POST_IDS} of them are listed. Its peak time is the creation time of the
 * post with the highest velocity.
 *
 * <p>Stateless; thread-safe as far as the stores are.
 */
public final class Trending {
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final int MAX_TOPICS = 100;
    private static final int MAX_POST_IDS = 20;

    private final ItemStore items;
    private final TopicStore topics;
    private final Map<String, String> toolNames;
    private final InstantSource clock;

    /** @param toolNames names of the tools by id; a tool without one is called by its id */
    public Trending(ItemStore items, TopicStore topics, Map<String, String> toolNames, InstantSource clock) {
        this.items = requireNonNull(items, "items");
        this.topics = requireNonNull(topics, "topics");
        this.toolNames = Map.copyOf(toolNames);
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Computes the topics and puts them in the place of the stored ones.
     *
     * @return what was stored: at most {@value #MAX_TOPICS}, highest engagement velocity first
     * @throws dev.sentimentagent.model.store.StoreException if the store fails; the stored topics are then as before
     */
    public List<Topic> refresh() {
        Instant now = clock.instant();
        List<Draft> drafts = drafts(items.activity(Window.ending(now, WINDOW)), now);
        Map<String, Tally> comments = items
                .commentTallies(drafts.stream().flatMap(draft -> draft.posts().stream()).map(RankedPost::id).toList());
        List<Topic> computed = drafts.stream().map(draft -> draft.topic(comments, now)).toList();
        topics.replace(computed);
        return computed;
    }

    private List<Draft> drafts(List<PostActivity> activity, Instant now) {
        List<RankedPost> posts = activity.stream()
                .map(post -> RankedPost.of(post, EngagementVelocity.of(post, now)))
                .sorted(RankedPost.MOST_ENGAGING)
                .toList();
        KeyPhrases keyPhrases = KeyPhrases.of(posts);
        TopicNaming naming = new TopicNaming(keyPhrases, toolNames);
        // Two groups of one name are one topic to whoever reads it.
        Map<String, List<RankedPost>> byTheme = new LinkedHashMap<>();
        for (List<RankedPost> group : new TopicClustering(keyPhrases).cluster(posts)) {
            byTheme.computeIfAbsent(naming.name(group).theme(), theme -> new ArrayList<>()).addAll(group);
        }
        List<Draft> drafts = new ArrayList<>();
        byTheme.forEach((theme, group) -> {
            group.sort(RankedPost.MOST_ENGAGING);
            drafts.add(new Draft(theme, naming.name(group).keywords(), group));
        });
        return drafts.stream()
                .sorted(Comparator.comparingDouble(Draft::velocity).reversed().thenComparing(Draft::id))
                .limit(MAX_TOPICS)
                .toList();
    }

    private record Draft(String id, String theme, List<String> keywords, List<RankedPost> posts, double velocity) {
        Draft(String theme, List<String> keywords, List<RankedPost> posts) {
            this(idOf(theme), theme, keywords, posts, posts.stream().mapToDouble(RankedPost::velocity).sum());
        }

        Topic topic(Map<String, Tally> comments, Instant now) {
            Tally sentiment = Tally.ZERO;
            for (RankedPost post : posts) {
                sentiment = sentiment.plus(Tally.of(post.activity().score())).plus(comments.getOrDefault(post.id(), Tally.ZERO));
            }
            List<String> postIds = posts.stream().limit(MAX_POST_IDS).map(RankedPost::id).toList();
            return new Topic(id, postIds, theme, keywords, velocity, sentiment, posts.getFirst().activity().createdUtc(), now);
        }

        private static String idOf(String theme) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(theme.getBytes(StandardCharsets.UTF_8));
                return "topic_" + HexFormat.of().formatHex(digest, 0, 8);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
