package dev.sentimentagent.server.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Sentiment;
import dev.sentimentagent.sentiment.ToolCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchesTest {
    private final Switches switches = new Switches(ToolCatalogue.standard().tools());

    @ParameterizedTest
    @ValueSource(strings = {"I switched from Cursor to Claude Code last week", "just moved my whole team from cursor over to claude-code",
            "We left Cursor for Claude Code.", "ditched Cursor and went to Claude Code",
            "Cancelled my Cursor subscription in favor of Claude Code",
            "replaced Cursor with Claude Code", "Migrating away from Cursor to Claude  Code"})
    void whoWentFromOneToTheOtherIsCounted(String text) {
        assertThat(switches.count(List.of(item(text, "cursor", "claude-code")))).extracting(Switch::from, Switch::to, Switch::count)
                .containsExactly(tuple("cursor", "claude-code", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"I use Cursor and Claude Code", "switched from Cursor to Cursor", "switched to Claude Code",
            "moving from precursor to Claude Code",
            "compared Cursor with Claude Code"})
    void whatIsNoSwitchIsNot(String text) {
        assertThat(switches.count(List.of(item(text, "cursor", "claude-code")))).isEmpty();
    }

    @Test
    void anItemCountsOnceAndOnlyForToolsThatItSpeaksOf() {
        String text = "switched from Cursor to Claude Code. Yes, switched from cursor to claude code. Left Continue for Cursor";

        assertThat(switches.count(List.of(item(text, "cursor", "claude-code"), item(text, "cursor", "claude-code"))))
                .extracting(Switch::from, Switch::count)
                .containsExactly(tuple("cursor", 2));
    }

    private static ScoredItem item(String text, String... tools) {
        return new ScoredItem(new Comment("c", "aws", "a", "p", "t3_p", text, "/x", Instant.EPOCH, Instant.EPOCH, 1, null, false),
                new Score(Sentiment.NEUTRAL, 0, 0, 0, 1, 1, "VADER", "1"), Set.of(tools));
    }
}
