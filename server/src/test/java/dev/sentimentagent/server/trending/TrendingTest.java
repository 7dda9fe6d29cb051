package dev.sentimentagent.server.trending;

import static dev.sentimentagent.server.trending.Posts.NOW;
import static dev.sentimentagent.server.trending.Posts.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.store.StoreException;
import dev.sentimentagent.model.store.TopicStore;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrendingTest {
    private static final Map<String, String> TOOL_NAMES = Map.of("cursor", "Cursor", "claude", "Claude");

    private final StoredPosts stored = new StoredPosts();
    private final Trending trending = stored.trending(TOOL_NAMES, NOW);

    private List<Topic> topicsOf(PostActivity... posts) {
        stored.add(List.of(posts));
        return trending.refresh();
    }

    @Test
    void noPostsAreNoTopicsAndOldOnesGo() {
        topicsOf(post("a", "Background tasks are here", "cursor"));
        assertThat(stored.store().topics().topics(10)).hasSize(1);

        stored.trending(TOOL_NAMES, NOW.plus(Duration.ofDays(8))).refresh();
        assertThat(stored.store().topics().topics(10)).isEmpty();
    }

    @Test
    void onePostIsOneTopic() {
        PostActivity post = new PostActivity("a", "Cursor", "Background tasks are rolling out", NOW.minus(Duration.ofHours(10)), 100, 20,
                Posts.score(0.6), Set.of("cursor"));
        stored.addComment("c1", post, 0.5);
        stored.addComment("c2", post, -0.25);
        stored.addComment("c3", post, 0);
        stored.addComment("c4", post("other", "Something else"), 0.9);

        List<Topic> topics = topicsOf(post);

        assertThat(topics).isEqualTo(stored.store().topics().topics(10)).hasSize(1);
        Topic topic = topics.getFirst();
        assertThat(topic.theme()).isEqualTo("Cursor: releases — Background tasks are rolling out");
        assertThat(topic.postIds()).containsExactly("a");
        assertThat(topic.engagementVelocity()).isEqualTo((100 + 3 * 20) / 10.0 * 1.2);
        assertThat(topic.sentiment()).isEqualTo(new Tally(2, 1, 1, 8_500, 67_250_000));
        assertThat(topic.peakTime()).isEqualTo(post.createdUtc());
        assertThat(topic.createdAt()).isEqualTo(NOW);
        assertThat(topic.keywords()).contains("Background tasks").hasSizeBetween(3, 8);
        assertThat(topic.id()).matches("topic_[0-9a-f]{16}");
    }

    @Test
    void postsOutsideOfTheWeekDoNotCount() {
        assertThat(topicsOf(
                post("old", "Cursor pricing", Duration.ofDays(7).plusSeconds(1), 999, 99, "cursor"),
                post("future", "Claude pricing", Duration.ofSeconds(-1), 999, 99, "claude"))).isEmpty();
    }

    @Test
    void postsNobodyEngagesInAreNoTopic() {
        assertThat(topicsOf(post("a", "Cursor pricing", Duration.ofHours(2), 0, 0, "cursor"),
                post("b", "Claude pricing", Duration.ofHours(2), -7, 0, "claude"))).isEmpty();
    }

    @Test
    void sameTitleOverAndOverIsOneTopicOfTwentyListedPosts() {
        List<PostActivity> posts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            posts.add(post("p%02d".formatted(i), "Claude is down again", Duration.ofHours(24), 24 * (i + 1), 0, "claude"));
        }
        List<Topic> topics = topicsOf(posts.toArray(PostActivity[]::new));

        assertThat(topics).hasSize(1);
        Topic topic = topics.getFirst();
        assertThat(topic.theme()).startsWith("Claude: bugs and outages");
        assertThat(topic.postIds()).hasSize(20).startsWith("p29", "p28").endsWith("p10");
        assertThat(topic.engagementVelocity()).isEqualTo(30 * 31 / 2.0);
        assertThat(topic.sentiment().total()).isEqualTo(30);
    }

    @Test
    void sameWordsOnAnotherToolAreAnotherTopic() {
        List<Topic> topics = topicsOf(
                post("a", "The new pricing is a joke", "cursor"),
                post("b", "New pricing page, same joke", "cursor"),
                post("c", "Their pricing became a joke", "claude"),
                post("d", "Pricing of last week was no joke either", "claude"));

        assertThat(topics).extracting(topic -> Set.copyOf(topic.postIds())).containsExactlyInAnyOrder(Set.of("a", "b"), Set.of("c", "d"));
        assertThat(topics).extracting(Topic::theme).allMatch(theme -> theme.contains(": pricing and limits"));
    }

    @Test
    void titlesThatTellNothingStayApart() {
        List<Topic> topics = topicsOf(post("a", "🔥🔥🔥"), post("b", "🤖"), post("c", "Is it just me?"), post("d", "Почему так дорого?"),
                post("e", "価格が高すぎる"), post("f", ""));

        assertThat(topics).extracting(Topic::theme)
                .containsExactlyInAnyOrder("🔥🔥🔥", "🤖", "Is it just me?", "Почему так дорого?", "価格が高すぎる", "r/programming");
        assertThat(topics).extracting(Topic::postIds).allMatch(ids -> ids.size() == 1);
        assertThat(topics).extracting(Topic::keywords).allMatch(keywords -> !keywords.isEmpty());
    }

    @Test
    void storiesInOtherLanguagesAreTopics() {
        assertThat(topicsOf(
                post("a", "Лимиты тарифа снова урезали", "claude"),
                post("b", "Снова урезали лимиты тарифа?", "claude"),
                post("c", "Где найти старые настройки темы", "claude"))).extracting(Topic::postIds).contains(List.of("a", "b"));
    }

    @Test
    void topicsOfOneNameAreOne() {
        List<Topic> topics = topicsOf(post("a", "🔥"), post("b", "🔥"), post("c", "🤖"));

        assertThat(topics).extracting(Topic::postIds).containsExactlyInAnyOrder(List.of("a", "b"), List.of("c"));
    }

    @Test
    void topicsOfNearlyOneNameAreOne() {
        List<Topic> topics = topicsOf(
                post("a", "Refund for my subscription refused", "cursor"),
                post("b", "Refund for a subscription I cancelled", "cursor"),
                post("c", "Weekly quota too small", "cursor"),
                post("d", "Weekly quota gone on Monday", "cursor"));

        assertThat(topics).extracting(Topic::theme).doesNotHaveDuplicates();
        assertThat(topics).extracting(Topic::theme).filteredOn(theme -> theme.startsWith("Cursor: pricing")).hasSize(1);
    }

    @Test
    void aTopicKeepsItsIdWhenItsNameChanges() {
        List<PostActivity> posts = new ArrayList<>(
                List.of(post("a", "Claude outage", "claude"), post("b", "Claude outage again", "claude")));
        stored.add(posts);
        Topic before = trending.refresh().getFirst();
        stored.add(List.of(
                post("c", "Claude outage: incident report", Duration.ofHours(24), 5000, 0, "claude"),
                post("d", "Claude outage, the incident report", Duration.ofHours(24), 4000, 0, "claude"),
                post("e", "Incident report on the Claude outage", Duration.ofHours(24), 3000, 0, "claude")));
        Topic after = trending.refresh().getFirst();

        assertThat(after.postIds()).startsWith("c", "d", "e").contains("a", "b");
        assertThat(after.theme()).isNotEqualTo(before.theme());
        assertThat(after.id()).isEqualTo(before.id());
    }

    @Test
    void tiesAreSettledByIds() {
        List<Topic> topics = topicsOf(post("b", "Vim keybindings"), post("a", "Vim keybindings"), post("c", "Dark theme"));

        assertThat(topics.getFirst().postIds()).containsExactly("a", "b");
    }

    @Test
    void toolWithoutANameIsCalledByItsId() {
        assertThat(topicsOf(post("a", "Buggy release of jules", "jules")).getFirst().theme()).startsWith("jules: ");
    }

    @Test
    void aLongTitleIsCutBetweenWords() {
        String theme = topicsOf(
                post("a", "Nobody expects what happens when a very long headline that a bored author wrote meets a dashboard"))
                .getFirst()
                .theme();
        assertThat(theme).isEqualTo("Nobody expects what happens when a very long headline that a bored…");
    }

    @Test
    void aLongTitleIsNeverCutWithinACharacter() {
        String theme = topicsOf(post("a", "x" + "🔥".repeat(140))).getFirst().theme();
        assertThat(new String(theme.getBytes(UTF_8), UTF_8))
                .isEqualTo(theme)
                .endsWith("🔥…");
    }

    @Test
    void quietPostsJoinTheStoryTheyTell() {
        List<PostActivity> posts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            posts.add(post("chatter%03d".formatted(i), "subject%s matter%s".formatted(name(i), name(i + 7)), Duration.ofHours(24), 200, 0));
        }
        posts.add(post("hot", "Agent mode outage", Duration.ofHours(24), 9000, 0, "cursor"));
        posts.add(post("quiet", "Agent mode outage, day two", Duration.ofHours(24), 1, 0, "cursor"));

        assertThat(topicsOf(posts.toArray(PostActivity[]::new)).getFirst().postIds()).containsExactly("hot", "quiet");
    }

    @Test
    void failuresOfTheStoreReachTheCaller() {
        Trending failing = new Trending(stored.store().items(), new TopicStore() {
            @Override
            public void replace(List<Topic> topics) {
                throw new StoreException("replace topics: disk full", false, null);
            }

            @Override
            public List<Topic> topics(int limit) {
                return List.of();
            }
        }, () -> TOOL_NAMES, InstantSource.fixed(NOW));

        assertThatThrownBy(failing::refresh).isInstanceOf(StoreException.class);
    }

    /** Far above what it takes (about a second of a processor): fails when the work grows faster than the number of posts. */
    @Test
    void aBusyWeekIsBoundedWork() {
        Random random = new Random(1);
        List<String> tools = List.of("cursor", "claude", "copilot", "gemini", "windsurf");
        List<String> telling = List.of("pricing", "outage", "slow", "release", "vs", "agent", "how to", "limits", "bug", "built");
        List<PostActivity> posts = new ArrayList<>();
        for (int i = 0; i < 15_000; i++) {
            StringBuilder title = new StringBuilder(telling.get(random.nextInt(telling.size())));
            for (int word = 0; word < 9; word++) {
                // Few words are frequent, many rare, as in any language.
                title.append(' ').append("word").append(name((int) Math.exp(random.nextDouble() * 10)));
            }
            posts.add(post("p%05d".formatted(i), title.toString(), Duration.ofMinutes(random.nextInt(10_000)), random.nextInt(500),
                    random.nextInt(100), tools.get(random.nextInt(tools.size()))));
        }
        stored.add(posts);

        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        List<Topic> topics = trending.refresh();

        // Time of the processor, not of the clock: others may use it too.
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(15));

        assertThat(topics).hasSizeBetween(10, 100);
        assertThat(topics).extracting(topic -> topic.sentiment().total()).allMatch(total -> total < 15_000 / 5);
    }

    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (int rest = number; rest >= 0; rest = rest / 26 - 1) {
            name.append((char) ('a' + rest % 26));
        }
        return name.toString();
    }
}
