package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sentimentagent.model.Comment;
import dev.sentimentagent.model.Post;
import java.time.Duration;
import dev.sentimentagent.model.Tool;
import java.time.Instant;
import java.util.Set;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules on sentences as people write them, with the catalogue that ships. */
class ToolMatcherTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final ToolMatcher matcher = new ToolMatcher(ToolCatalogue.standard());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I use Claude every day                                   | claude
            CLAUDE is down again                                     | claude
            Claude's answers got worse                               | claude
            Claude’s answers got worse                               | claude
            (claude), **Claude**, "claude"                           | claude
            moved everything to claude.ai last week                  | claude
            see https://docs.anthropic.com/en/docs/claude-code/setup | claude-code
            Claude-Code writes better tests than I do                | claude-code
            claude  code is slow today                               | claude-code
            my claude_code settings                                  | claude-code
            CLAUDE.md is ignored after a while                       | claude-code
            GitHub Copilot finished my sentence                      | github-copilot
            Github-Copilot finished my sentence                      | github-copilot
            Microsoft Copilot in Word                                | microsoft-copilot
            ChatGPT or chat gpt, whatever                            | chatgpt
            built it with bolt.new in an hour                        | bolt
            v0.dev made the landing page                             | v0
            Amazon Q told me to reboot                               | amazon-q
            the Q Developer CLI                                      | amazon-q
            用Claude写代码很快                                        | claude
            Windsurf and Cline both crashed                          | windsurf cline
            Sonnet 4.5 refuses, Opus 4.1 does not                    | claude
            JetBrains' Junie                                         | jetbrains-ai
            Roo-Code or Kilo Code?                                   | roo-code kilo-code
            """)
    void namesStandAsWordsOfTheirOwn(String text, String ids) {
        assertThat(matcher.match(text, "programming")).containsExactlyInAnyOrder(ids.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "nothing of interest", "cloudclaude and claudette", "Claudia codes", "decline the offer",
            "replitted", "the v0.5 release",
            "upgrade to v0.12.3 first", "raider of the lost ark", "Amazon Queue", "geminis are twins", "it is 9.99$ at amazon. Q: why?",
            "copiloting a plane"})
    void partsOfOtherWordsAndVersionsAreNoNames(String text) {
        assertThat(matcher.match(text, "programming")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Claude Code is great                               | claude-code
            I pay for Claude. Claude Code is included          | claude claude-code
            Claude Code and plain Claude                       | claude claude-code
            Gemini CLI beats it                                | gemini-cli
            Gemini via the Gemini CLI                          | gemini gemini-cli
            Copilot at home, M365 Copilot at work              | github-copilot microsoft-copilot
            I like Claude. Code reviews are another matter     | claude
            """)
    void theLongestNameCounts(String text, String ids) {
        assertThat(matcher.match(text, "programming")).containsExactlyInAnyOrder(ids.split(" "));
    }

    @Test
    void aNameDoesNotGoOnInTheNextParagraph() {
        assertThat(matcher.match("I asked Claude\nCode came back", "programming")).containsExactly("claude-code");
        assertThat(matcher.match("I asked Claude\n\nCode came back", "programming")).containsExactly("claude");
        assertThat(matcher.match("Claude - code like a pro", "programming")).containsExactly("claude");
    }

    @ParameterizedTest
    @ValueSource(strings = {"move the cursor to the end of the line", "cursor.execute(sql)", "I will continue tomorrow",
            "continue using Claude if you like it",
            "a bolt of lightning", "Usain Bolt runs", "uncle Jules came by", "my friend Devin says hi", "what a lovable dog",
            "Zed is dead, baby",
            "a codex of medieval recipes", "the bard sings", "Cody lives next door", "a sonnet by Shakespeare", "his magnum opus",
            "to augment the data",
            "kanga and roo"})
    void anAmbiguousNameAloneSaysNothing(String text) {
        assertThat(matcher.match(text, "programming")).doesNotContain("cursor", "continue", "bolt", "jules", "devin", "lovable", "zed",
                "openai-codex", "gemini",
                "cody", "augment-code", "roo-code");
        assertThat(matcher.match(text.replace("Claude", ""), "programming")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Switched from Cursor to Windsurf                       | cursor
            Cursor burned through my subscription                  | cursor
            Google gave Jules more tasks a day                     | jules
            Devin is the agent that costs a fortune                | devin
            Lovable or Bolt for a quick app?                       | lovable
            Lovable or Bolt for a quick app?                       | bolt
            v0 by Vercel                                           | v0
            the autocomplete of Continue in vscode                 | continue
            I run Codex from the terminal                          | openai-codex
            Sourcegraph's Cody                                     | cody
            Zed is the fastest editor                              | zed
            Google renamed Bard                                    | gemini
            Opus is pricey but the best model                      | claude
            """)
    void anAmbiguousNameCountsBesideATellingWord(String text, String id) {
        assertThat(matcher.match(text, "programming")).contains(id);
    }

    @Test
    void besideMeansAtMostEightWordsAway() {
        assertThat(matcher.match("cursor 1 2 3 4 5 6 7 agentic", "programming")).containsExactly("cursor");
        assertThat(matcher.match("cursor 1 2 3 4 5 6 7 8 agentic", "programming")).isEmpty();
        assertThat(matcher.match("agentic 1 2 3 4 5 6 7 cursor", "programming")).containsExactly("cursor");
        assertThat(matcher.match("agentic 1 2 3 4 5 6 7 8 cursor", "programming")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Cursor,cursor", "cursor,cursor", "CLAUDE,claude", "Bard,gemini", "GithubCopilot,github-copilot", "windsurf,windsurf",
            "kiroIDE,kiro", "JulesAgent,jules",
            "ClaudeCode,claude-code"})
    void inItsHomeSubredditEveryItemSpeaksOfATool(String subreddit, String id) {
        assertThat(matcher.match("it is slow today", subreddit)).containsExactly(id);
        assertThat(matcher.match("", subreddit)).containsExactly(id);
    }

    @Test
    void whatElseIsNamedCountsInAHomeSubredditToo() {
        assertThat(matcher.match("Is Claude Code better?", "Cursor")).containsExactlyInAnyOrder("cursor", "claude-code");
        assertThat(matcher.match("move the cursor", "Cursor")).containsExactly("cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ChatGPTCoding", "vibecoding", "aws", "programming", "MachineLearning", "artificial", "OpenAI", ""})
    void subredditsOfManyToolsAreNobodysHome(String subreddit) {
        assertThat(matcher.match("it is slow today", subreddit)).isEmpty();
    }

    @Test
    void titleAndBodyOfAPostAndBodyOfACommentAreRead() {
        Post post = new Post("p", "programming", "a", "Is Kiro any good?", "Or should I stay with Aider?", "u", "/l", NOW, NOW, 1, 0, null,
                false);
        Comment comment = new Comment("c", "programming", "a", "p", "t3_p", "Tabnine, honestly", "/l", NOW, NOW, 1, null, false);
        assertThat(matcher.match(post)).containsExactlyInAnyOrder("kiro", "aider");
        assertThat(matcher.match(comment)).isEqualTo(Set.of("tabnine"));
    }

    @Test
    void inTheWordsOfAnExclusionNoNameOfItsToolCounts() {
        Tool cursor = new Tool("cursor", "Cursor", "V", "editor", List.of("cursor", "cursor ai"), List.of(), Set.of(), Set.of(),
                List.of("mouse cursor", "cursor position", "cursor jet brains"));
        Tool jet = new Tool("jet", "Jet", "V", "editor", List.of("jet brains"), List.of(), Set.of(), Set.of());
        ToolMatcher own = new ToolMatcher(ToolCatalogue.of(List.of(cursor, jet)));

        assertThat(own.match("my mouse cursor is gone", "")).isEmpty();
        assertThat(own.match("the cursor position is wrong, the mouse-cursor too", "")).isEmpty();
        assertThat(own.match("cursor position? Ask Cursor", "")).containsExactly("cursor");
        assertThat(own.match("cursor jet brains", "")).containsExactly("jet");
        assertThat(own.match("a mouse. Cursor AI", "")).containsExactly("cursor");
    }

    @Test
    void anItemThatSpeaksOfALinkedToolSpeaksOfTheOtherToo() {
        ToolMatcher linked = new ToolMatcher(ToolCatalogue.standard(), Map.of("claude-code", Set.of("claude"), "bolt", Set.of("nobody")));

        assertThat(linked.match("Claude Code is fast", "")).containsExactlyInAnyOrder("claude", "claude-code");
        assertThat(linked.match("Claude is fast", "")).containsExactly("claude");
        assertThat(linked.match("bolt.new", "")).containsExactly("bolt");
        assertThat(linked.match("anything", "ClaudeCode")).containsExactlyInAnyOrder("claude", "claude-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude ", "claude-", "claude code ", "cursor ", "v0.", "\uD800", "\uD83D\uDE00", "\u0000", "a", "日", "e\u0301",
            "bolt."})
    void aMillionCharactersTakeNoMoreThanSeconds(String part) {
        String text = part.repeat(1_000_000 / part.length());
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> matcher.match(text, "programming"))).hasSizeLessThanOrEqualTo(1);
    }
}
