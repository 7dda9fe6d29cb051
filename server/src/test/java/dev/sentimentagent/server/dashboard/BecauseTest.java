package dev.sentimentagent.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Tally;
import dev.sentimentagent.model.Topic;
import dev.sentimentagent.server.figures.Moved;
import dev.sentimentagent.server.releases.Release;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BecauseTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final View VIEW = new View("/", Range.of(Map.of("range", "24h"), NOW), null, Map.of());
    private static final Topic PRICING = topic("Cursor: pricing and limits", 300, -3000);
    private static final Topic RULES = topic("Cursor and Kiro — rules file", 90, 2000);
    private static final Topic KIRO = topic("Kiro: outage", 5000, -5000);
    private static final Topic PLAIN = topic("Cursor", 9000, -5000);
    private static final List<Release> RELEASES = List.of(new Release("kiro", "Kiro 2", "2", NOW, 9, 9),
            new Release("cursor", "Cursor 4.5", "4.5",
                    NOW, 5, 5));

    private static Topic topic(String theme, long texts, int compoundE4) {
        return new Topic("id " + theme, List.of("p"), theme, List.of(), 1, new Tally(0, texts, 0, compoundE4 * texts, 0), NOW, NOW);
    }

    private static Optional<Because> of(double total, Topic... topics) {
        return Because.of(VIEW, new Moved.Part("cursor", "Cursor", 0.1, 0.1, 0, 0, total, 0), -0.05, List.of(topics), RELEASES);
    }

    @Test
    void aToolFellWithTheMostDiscussedTopicThatSpeaksWorseOfIt() {
        assertThat(of(-0.04, RULES, KIRO, PLAIN, PRICING)).hasValueSatisfying(because -> {
            assertThat(because.what()).isEqualTo("pricing and limits, 300 texts");
            assertThat(because.address()).isEqualTo("/topics/" + View.encode(PRICING.id()) + "?range=24h");
        });
    }

    @Test
    void itRoseWithOneThatSpeaksBetter() {
        assertThat(of(0.04, PRICING, RULES)).map(Because::what).hasValue("rules file, 90 texts");
    }

    @Test
    void withoutOneItIsARelease() {
        assertThat(of(0.04, PRICING)).hasValueSatisfying(because -> {
            assertThat(because.what()).isEqualTo("release 4.5");
            assertThat(because.address()).contains("/posts?").contains("tool=cursor").contains("q=4.5").contains("range=24h");
        });
        assertThat(Because.of(VIEW, new Moved.Part("aider", "Aider", 0.1, 0.1, 0, 0, 1, 0), 0, List.of(PRICING), RELEASES)).isEmpty();
    }
}
