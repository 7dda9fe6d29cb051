package dev.sentimentagent.server.trending;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemStore;
import dev.sentimentagent.model.store.TopicStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes the trending topics of the last 7 days and stores them.
 *
 * <p>Posts are ranked by {@link EngagementVelocity} and grouped by the names that titles speak of more than in the weeks before, by what
 * else they say, the tools they speak of and their {@link Theme}: see {@link TopicClustering}. The same posts at the same moment give the
 * same topics, in whatever order the store returns them. A topic keeps its id as long as its posts stay together: see {@link TopicIds}.
 * Its velocity and sentiment are those of all its posts; the most engaging 20 of them are listed. Its peak time is the creation time of
 * the post with the highest velocity.
 *
 * <p>Thread-safe as far as the stores are. Keeps 1 MB of counts of the weeks before, which are taken anew once a day.
 */
public final class Trending {
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final Duration BACKGROUND_LASTS = Duration.ofDays(1);
    private static final int MAX_TOPICS = 100;

    private final ItemStore items;
    private final TopicStore topics;
    private final Supplier<Map<String, String>> toolNames;
    private final InstantSource clock;
    private @Nullable Background background;
    private Instant backgroundTaken = Instant.MIN;

    /** @param toolNames names of the tools by id, asked for each time; a tool without one is called by its id */
    public Trending(ItemStore items, TopicStore topics, Supplier<Map<String, String>> toolNames, InstantSource clock) {
        this.items = requireNonNull(items, "items");
        this.topics = requireNonNull(topics, "topics");
        this.toolNames = toolNames;
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Computes the topics and puts them in the place of the stored ones.
     *
     * @return what was stored: at most {@value #MAX_TOPICS}, highest engagement velocity first
     * @throws dev.sentimentagent.model.store.StoreException if the store fails; the stored topics are then as before
     */
    public synchronized List<Topic> refresh() {
        Instant now = clock.instant();
        Week week = Week.of(items.activity(Window.ending(now, WINDOW)), background(now), now);
        List<Draft> drafts = DistinctTopics.of(new TopicClustering(week).cluster(), new TopicNaming(week, toolNames.get()), MAX_TOPICS);
        Map<String, Tally> comments = items
                .commentTallies(drafts.stream().flatMap(draft -> draft.posts().stream()).map(RankedPost::id).toList());
        List<String> ids = TopicIds.of(drafts, topics.topics(MAX_TOPICS));
        List<Topic> computed = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            computed.add(drafts.get(i).topic(ids.get(i), comments, now));
        }
        topics.replace(computed);
        return List.copyOf(computed);
    }

    private Background background(Instant now) {
        Background known = background;
        // A clock that was set back makes it anew, too.
        if (known == null || Duration.between(backgroundTaken, now).abs().compareTo(BACKGROUND_LASTS) >= 0) {
            known = Background.before(now, items);
            background = known;
            backgroundTaken = now;
        }
        return known;
    }
}
