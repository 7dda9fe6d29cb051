package dev.sentimentagent.server.trending;

import static dev.sentimentagent.server.trending.Posts.NOW;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Eight invented stories in a week of chatter. */
class TrendingStoriesTest {
    private static List<Topic> topicsOf(List<PostActivity> posts) {
        return StoredPosts.of(posts).trending(WeekOfStories.TOOL_NAMES, NOW).refresh();
    }

    private static Topic topicOf(String story, List<Topic> topics) {
        Set<String> ids = WeekOfStories.stories().getOrDefault(story, Set.of());
        return topics.stream().filter(topic -> ids.contains(topic.postIds().getFirst())).findFirst().orElseThrow();
    }

    @Test
    void everyStoryIsATopicOfItsOwn() {
        Map<String, Set<String>> topics = topicsOf(WeekOfStories.posts()).stream()
                .filter(topic -> topic.postIds().size() > 1)
                .collect(toMap(Topic::theme, topic -> Set.copyOf(topic.postIds())));

        assertThat(topics.values()).containsExactlyInAnyOrderElementsOf(WeekOfStories.stories().values());
    }

    @Test
    void topicsAreCalledWhatTheyAreAbout() {
        List<Topic> topics = topicsOf(WeekOfStories.posts());
        Map<String, String> themes = WeekOfStories.stories()
                .keySet()
                .stream()
                .collect(toMap(Function.identity(), story -> topicOf(story, topics).theme()));

        assertThat(themes).containsEntry("cursor-pricing", "Cursor: pricing and limits — pricing change")
                .containsEntry("copilot-outage", "GitHub Copilot: bugs and outages — agent mode")
                .containsEntry("claude-limits", "Claude and Claude Code: pricing and limits — weekly limits")
                .containsEntry("gpt5", "ChatGPT: releases — GPT-5")
                .containsEntry("windsurf-acquisition", "Windsurf: company news — Cognition")
                .containsEntry("kiro-waitlist", "Kiro: releases — waitlist invite")
                .containsEntry("gemini-injection", "Gemini: security and privacy — Gemini CLI")
                .containsEntry("claude-quality", "Claude: performance and quality");
    }

    @Test
    void keywordsTellTheStory() {
        List<Topic> topics = topicsOf(WeekOfStories.posts());

        assertThat(topicOf("claude-limits", topics).keywords()).first().isEqualTo("weekly limits");
        assertThat(topicOf("gemini-injection", topics).keywords()).contains("Gemini CLI", "prompt injection", "README");
        assertThat(topicOf("copilot-outage", topics).keywords()).startsWith("agent mode").contains("outage");
        assertThat(topics).allSatisfy(topic -> {
            assertThat(topic.keywords()).hasSizeBetween(2, 8).doesNotHaveDuplicates();
            assertThat(topic.keywords()).allSatisfy(keyword -> assertThat(keyword).isNotBlank());
        });
    }

    @Test
    void hottestTopicComesFirst() {
        List<Topic> topics = topicsOf(WeekOfStories.posts());

        assertThat(topics).isSortedAccordingTo((a, b) -> Double.compare(b.engagementVelocity(), a.engagementVelocity()));
        assertThat(topics.getFirst()).isEqualTo(topicOf("copilot-outage", topics));
    }

    @Test
    void oneHotPostIsATopicAndQuietOnesAreNot() {
        List<Topic> topics = topicsOf(WeekOfStories.posts());

        assertThat(topics).extracting(Topic::theme).contains("Why our startup went back to a monolith");
        assertThat(topics).extracting(Topic::theme).noneMatch(theme -> theme.contains("minimap"));
    }

    @Test
    void orderOfThePostsDoesNotMatter() {
        List<PostActivity> posts = new ArrayList<>(WeekOfStories.posts());
        List<Topic> expected = topicsOf(posts);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(posts, new Random(seed));
            assertThat(topicsOf(posts)).isEqualTo(expected);
        }
    }

    @Test
    void idsAreUniqueAndOutliveAnHour() {
        List<Topic> now = topicsOf(WeekOfStories.posts());
        List<Topic> later = StoredPosts.of(WeekOfStories.posts()).trending(WeekOfStories.TOOL_NAMES, NOW.plusSeconds(3600)).refresh();

        assertThat(new HashSet<>(now.stream().map(Topic::id).toList())).hasSameSizeAs(now);
        for (String story : WeekOfStories.stories().keySet()) {
            assertThat(topicOf(story, later).id()).isEqualTo(topicOf(story, now).id());
        }
    }
}
