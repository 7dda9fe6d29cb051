package dev.sentimentagent.server.trending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sentimentagent.model.PostActivity;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.ItemStore;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two real weeks against what a reader made of them: see docs/topics.md. */
class TrendingDumpTest {
    private static List<PostActivity> posts = List.of();

    @BeforeAll
    static void readDump() throws IOException {
        assumeTrue(Files.exists(DumpPosts.FILE), "no dump at " + DumpPosts.FILE + ": skipped");
        posts = DumpPosts.read();
    }

    private static Agreement agreement(GroupsByHand week) {
        ItemStore items = StoredPosts.of(posts).store().items();
        Background background = Background.before(week.end(), items);
        List<PostActivity> activity = items.activity(Window.ending(week.end(), Duration.ofDays(7)));
        Map<String, String> found = new HashMap<>();
        week.groups().keySet().forEach(id -> found.put(id, id));
        int number = 0;
        for (List<RankedPost> group : new TopicClustering(Week.of(activity, background, week.end())).cluster()) {
            String name = "group " + number++;
            group.forEach(post -> found.computeIfPresent(post.id(), (id, alone) -> name));
        }
        return Agreement.of(week.groups(), found);
    }

    @Test
    void agreesWithAReaderOnTheWeekItWasTunedOn() {
        Agreement agreement = agreement(GroupsByHand.TUNED);

        assertThat(agreement.randIndex()).as(agreement.toString()).isGreaterThan(0.7);
        assertThat(agreement.f()).as(agreement.toString()).isGreaterThan(0.8);
    }

    @Test
    void agreesWithAReaderOnAWeekItWasNotTunedOn() {
        Agreement agreement = agreement(GroupsByHand.HELD_OUT);

        assertThat(agreement.randIndex()).as(agreement.toString()).isGreaterThan(0.48);
        assertThat(agreement.f()).as(agreement.toString()).isGreaterThan(0.79);
    }

    @Test
    void aLaunchIsOneTopic() {
        List<Topic> topics = StoredPosts.of(posts).trending(Map.of(), GroupsByHand.TUNED.end()).refresh();

        List<String> names = topics.stream().map(topic -> topic.theme().toLowerCase(java.util.Locale.ROOT)).toList();
        assertThat(names).filteredOn(name -> name.contains("gpt-5") || name.contains("gpt5")).hasSize(1);
        assertThat(names).filteredOn(name -> name.contains("oss")).hasSize(1);
        assertThat(names).noneMatch(name -> name.equals("safe"));
    }
}
