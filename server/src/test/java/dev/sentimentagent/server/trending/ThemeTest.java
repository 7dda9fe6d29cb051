package dev.sentimentagent.server.trending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            SECURITY    | Prompt injection through a README
            PRICING     | Hitting the weekly limits two days in
            PRICING     | Is the $200 tier any better?
            BUGS        | Copilot isn't working, server down?
            PERFORMANCE | Why is Claude so dumb lately
            RELEASES    | Introducing background tasks
            COMPANY     | Cognition acquires Windsurf
            COMPARISONS | Cursor vs Windsurf
            AGENTS      | My MCP servers and subagents
            WORK        | Will juniors still find jobs
            SHOWCASE    | I built a chess clock
            HELP        | How do I install it on Arch
            """)
    void isToldByWords(Theme theme, String title) {
        assertThat(Theme.of(Title.of(title))).first().isEqualTo(theme);
    }

    @Test
    void mostTellingWordsDecide() {
        assertThat(Theme.of(Title.of("Slow, buggy, broken and crashing"))).containsExactly(Theme.BUGS, Theme.PERFORMANCE);
    }

    @Test
    void theMoreSpecificOfEqualsComesFirst() {
        assertThat(Theme.of(Title.of("Leaked key"))).containsExactly(Theme.SECURITY, Theme.RELEASES);
    }

    @Test
    void aTitleMayHaveNone() {
        assertThat(Theme.of(Title.of("Dark mode everywhere"))).isEmpty();
    }
}
