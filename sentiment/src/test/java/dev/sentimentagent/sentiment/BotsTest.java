package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Mentions;
import dev.sentimentagent.model.Score;
import dev.sentimentagent.model.ScoredItem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotsTest {
    @ParameterizedTest
    @ValueSource(strings = {"AutoModerator", "automoderator", "helpful-bot", "link_fixer_BOT", "LinkFixerBot", "Summarizer9Bot",
            "ClaudeAI-ModTeam"})
    void namesOfBots(String name) {
        assertThat(Bots.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"talbot", "MrRobot", "Bot", "bot", "botanist", "Cabot", "robots", "BotLover", "THEBOT"})
    void namesOfPeople(String name) {
        assertThat(Bots.isName(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Your post was removed.\n\n*I am a bot, and this action was performed automatically.*", "^(I'm a bot)",
            "beep boop", "[I\u2019m a **bot**](https://example.org)", "Hi!\n***\n^(*I am a* bot)"})
    void textsOfBots(String text) {
        assertThat(Bots.signs(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Do you think I am a bot?", "> I am a bot\nNo, you are not", "I am about to leave", "Is this a bot?",
            "It was built by a bot"})
    void textsOfPeople(String text) {
        assertThat(Bots.signs(text)).isFalse();
    }

    @Test
    void whatABotWroteHasNoToolsAndNoScoreWhateverTheMethod() {
        for (SentimentMethod method : SentimentMethod.values()) {
            ItemAnalyzer analyzer = ItemAnalyzer.of(method, ToolCatalogue.standard());
            ScoredItem scored = analyzer.analyze(comment("AutoModerator", "I love Claude Code"));
            assertThat(scored.bot()).isTrue();
            assertThat(scored.score()).isEqualTo(Score.unjudged(analyzer.scorer().method(), analyzer.scorer().version()));
            assertThat(scored.mentions()).isEqualTo(Mentions.NONE);
            assertThat(analyzer.analyze(comment("ann", "I love Claude Code")).bot()).isFalse();
        }
    }

    private static Comment comment(String author, String text) {
        Instant now = Instant.parse("2026-03-02T10:00:00Z");
        return new Comment("c", "Cursor", author, "p", "t3_p", text, "/l", now, now, 1, null, false);
    }
}
