package dev.sentimentagent.server.trending;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.sentimentagent.model.PostActivity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Invented posts of one week: eight stories across several subreddits, and chatter. */
final class WeekOfStories {
    static final Map<String, String> TOOL_NAMES = Map.of("cursor", "Cursor", "github-copilot", "GitHub Copilot", "claude", "Claude",
            "claude-code", "Claude Code", "windsurf", "Windsurf", "kiro", "Kiro", "gemini", "Gemini", "chatgpt", "ChatGPT", "amazon-q",
            "Amazon Q");

    /** Story (a dash for chatter) | subreddit | tools | upvotes | comments | hours of age | title. */
    private static final String POSTS = """
            cursor-pricing | Cursor | cursor | 412 | 230 | 20 | Cursor's new pricing is a joke, my Pro plan ran dry in three days
            cursor-pricing | Cursor | cursor | 160 | 95 | 26 | Anyone else getting charged twice after the pricing change?
            cursor-pricing | Cursor | cursor | 88 | 61 | 31 | Ultra plan at $200: is it really unlimited?
            cursor-pricing | ChatGPTCoding | cursor | 140 | 77 | 30 | Cursor pricing change explained with actual numbers
            cursor-pricing | Cursor | cursor | 35 | 40 | 12 | Refund request for my Cursor subscription ignored for a week
            cursor-pricing | Cursor | cursor | 51 | 22 | 44 | How many requests does the new Pro plan pricing include?
            cursor-pricing | vibecoding | cursor | 24 | 31 | 50 | Cursor got too expensive for me after the pricing change
            copilot-outage | GithubCopilot | github-copilot | 210 | 150 | 5 | Agent mode down for everyone?
            copilot-outage | GithubCopilot | github-copilot | 95 | 80 | 5 | Copilot agent mode is broken, 500 errors all morning
            copilot-outage | GithubCopilot | github-copilot | 40 | 33 | 4 | Agent mode stuck on "Working..." since the outage
            copilot-outage | programming | github-copilot | 130 | 42 | 6 | GitHub Copilot outage: agent mode unresponsive
            copilot-outage | GithubCopilot | github-copilot | 18 | 12 | 3 | Is agent mode failing with timeout errors for you too
            copilot-outage | ChatGPTCoding | github-copilot | 22 | 9 | 7 | Copilot agent mode crashed in the middle of a refactor
            claude-limits | claude | claude, claude-code | 520 | 340 | 40 | Weekly limits on Claude Code are here and I hit mine on Tuesday
            claude-limits | claude | claude, claude-code | 190 | 120 | 36 | Claude Code weekly limits: what Max subscribers get
            claude-limits | claude | claude | 77 | 48 | 30 | Hit the weekly limit after two sessions of Opus
            claude-limits | ChatGPTCoding | claude-code | 60 | 45 | 33 | The weekly limits pushed me off Claude Code
            claude-limits | claude | claude, claude-code | 44 | 39 | 50 | Weekly limit reset day should be visible in Claude Code
            gpt5 | OpenAI | chatgpt | 1800 | 900 | 30 | GPT-5 is out
            gpt5 | ChatGPTCoding | chatgpt | 320 | 180 | 28 | GPT-5 released: first impressions on a real codebase
            gpt5 | OpenAI | chatgpt | 260 | 140 | 26 | OpenAI releases GPT 5 to all free accounts
            gpt5 | artificial | chatgpt | 150 | 75 | 25 | The GPT5 release stream in five sentences
            windsurf-acquisition | windsurf | windsurf | 300 | 190 | 60 | Cognition acquires Windsurf after the Google deal collapsed
            windsurf-acquisition | programming | windsurf | 410 | 150 | 58 | Cognition to acquire Windsurf
            windsurf-acquisition | windsurf | windsurf | 90 | 70 | 52 | What the Cognition acquisition means for Windsurf users
            windsurf-acquisition | artificial | windsurf | 66 | 30 | 55 | Inside the Windsurf acquisition by Cognition
            kiro-waitlist | kiroIDE | kiro | 120 | 60 | 14 | Kiro waitlist: still no invite after a month
            kiro-waitlist | kiroIDE | kiro | 45 | 38 | 18 | Got my Kiro waitlist invite today
            kiro-waitlist | aws | kiro | 38 | 20 | 22 | Who is off the Kiro waitlist by now?
            kiro-waitlist | kiroIDE | kiro | 20 | 25 | 25 | Waitlist invite code for Kiro does not arrive
            gemini-injection | Bard | gemini | 240 | 85 | 70 | Prompt injection in Gemini CLI lets a README run shell commands
            gemini-injection | programming | gemini | 510 | 130 | 72 | Gemini CLI vulnerability: prompt injection through a README
            gemini-injection | Bard | gemini | 55 | 25 | 66 | Google patched the Gemini CLI prompt injection
            claude-quality | claude | claude | 280 | 210 | 15 | Claude has gotten dumber this week, not imagining it
            claude-quality | claude | claude | 130 | 110 | 16 | Sonnet quality degraded badly since Monday
            claude-quality | claude | claude | 90 | 70 | 18 | Did they nerf Claude again? Quality is so much worse
            claude-quality | claude | claude | 70 | 55 | 22 | Claude feels lobotomized, quality degraded on simple edits
            - | programming | | 900 | 310 | 40 | Why our startup went back to a monolith
            - | programming | | 350 | 90 | 60 | Postgres as a queue: lessons from two billion rows
            - | MachineLearning | | 120 | 30 | 80 | [R] Sparse attention without custom kernels
            - | MachineLearning | | 75 | 42 | 90 | [D] How do reviewers find time for six papers?
            - | vibecoding | | 64 | 58 | 20 | My grandmother shipped a recipe website
            - | vibecoding | | 20 | 33 | 28 | Which database would you pick for a multiplayer quiz?
            - | aws | amazon-q | 31 | 18 | 33 | Amazon Q cannot see my private subnets
            - | aws | | 80 | 47 | 45 | Lambda cold starts finally measured across regions
            - | artificial | | 210 | 160 | 35 | Teachers are grading essays nobody wrote
            - | artificial | | 55 | 29 | 66 | A museum trained a guide on its own archive
            - | OpenAI | chatgpt | 140 | 88 | 50 | Voice chat keeps switching to Welsh
            - | OpenAI | chatgpt | 66 | 41 | 75 | Custom instructions I have used for a year
            - | Cursor | cursor | 33 | 21 | 40 | Vim keybindings swallow my escape key
            - | Cursor | cursor | 19 | 8 | 55 | Dark theme with readable diff colours
            - | GithubCopilot | github-copilot | 27 | 14 | 60 | Ghost text overlaps the minimap
            - | JulesAgent | jules | 17 | 9 | 48 | Jules opened forty pull requests overnight
            - | windsurf | windsurf | 14 | 11 | 90 | Cascade forgets my folder layout
            - | kiroIDE | kiro | 12 | 6 | 100 | Steering files in a nested workspace
            - | Bard | gemini | 48 | 26 | 110 | Gemini reads my handwriting better than I do
            - | claude | claude | 72 | 19 | 120 | Artifacts now render Mermaid in dark mode
            - | ChatGPTCoding | | 41 | 36 | 130 | Pair programming with a rubber duck and a model
            """;

    private WeekOfStories() {}

    /** A post and the story it belongs to. */
    record Told(String story, PostActivity post) {}

    static List<Told> told() {
        List<Told> told = new ArrayList<>();
        POSTS.lines().forEach(line -> {
            List<String> fields = Arrays.stream(line.split("\\|", 7)).map(String::strip).toList();
            Set<String> tools = Arrays.stream(fields.get(2).split(",")).map(String::strip).filter(id -> !id.isEmpty()).collect(toSet());
            Duration age = Duration.ofHours(Long.parseLong(fields.get(5)));
            String id = "p%02d".formatted(told.size());
            told.add(new Told(fields.getFirst(), new PostActivity(id, fields.get(1), fields.get(6), Posts.NOW.minus(age),
                    Integer.parseInt(fields.get(3)), Integer.parseInt(fields.get(4)), Posts.score(0), tools)));
        });
        return told;
    }

    static List<PostActivity> posts() {
        return told().stream().map(Told::post).toList();
    }

    /** Ids of the posts of each story, the chatter left out. */
    static Map<String, Set<String>> stories() {
        Map<String, List<Told>> byStory = told().stream().filter(told -> !told.story().equals("-")).collect(groupingBy(Told::story));
        return byStory.entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey,
                        story -> story.getValue().stream().map(told -> told.post().id()).collect(toSet())));
    }
}
