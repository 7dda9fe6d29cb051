package dev.sentimentagent.server.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.sentiment.ToolCatalogue;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameSpotterTest {
    private final KnownNames known = KnownNames.of(ToolCatalogue.standard().tools(), NotNames.read());
    private final NameSpotter spotter = new NameSpotter(known);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"I switched from Cursor to Goose last week | goose+", "we like Goose here | goose",
            "Goose vs Claude Code, which one? | ", "I think Goose vs Claude Code is close | goose+", "using goose.dev | goosedev+",
            "see [the docs](https://docs.goose.dev/start) | goose+", "running Wumpus2.5 and Wumpus-7B | wumpus+",
            "try WumpusRouter | wumpusrouter+",
            "we tried Wumpus Pilot too | wumpus+ pilot wumpuspilot+", "he runs WUMPUS-4.5 | wumpus+", "and a VIA port | "})
    void namesStandOutByTheirForm(String text, String expected) {
        String found = spotter.spot(Words.of(text)).entrySet().stream()
                .map(entry -> entry.getKey() + (entry.getValue().asTool() ? "+" : "")).sorted().collect(Collectors.joining(" "));
        String sorted = expected == null ? "" : String.join(" ", new TreeSet<>(Arrays.asList(expected.split(" "))));
        assertThat(found).isEqualTo(sorted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Today is a good day. Then it rained.", "I use Cursor and Claude Code on Windows with Nvidia cards",
            "> using Goose",
            "    using Goose", "```\nusing Goose\n```", "`Goose` it is", "using https://github.com/a/b and https://www.reddit.com/r/x", ""})
    void whatIsKnownQuotedOrCodeDoesNot(String text) {
        assertThat(spotter.spot(Words.of(text))).isEmpty();
    }

    @Test
    void eachCountsOnceInAText() {
        Map<String, NameSpotter.Spotted> found = spotter.spot(Words.of("we like Goose; and using Goose, and GOOSE-2"));
        assertThat(found).hasSize(1).containsEntry("goose", new NameSpotter.Spotted("Goose", true));
    }

    @Test
    void hostsAreCalledAfterWhatSomebodyHasChosen() {
        assertThat(Hosts.name("docs.goose.dev")).isEqualTo("goose");
        assertThat(Hosts.name("goose.co.uk")).isEqualTo("goose");
        assertThat(Hosts.name("localhost")).isEmpty();
        assertThat(Hosts.name("..")).isEmpty();
    }
}
