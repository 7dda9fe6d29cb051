package dev.sentimentagent.server.settings;

import dev.sentimentagent.model.SubredditName;
import dev.sentimentagent.sentiment.SentimentMethod;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is collected, how often, and how it is scored.
 *
 * @param subreddits no two alike but for the case of their letters
 */
public record CollectionSettings(List<String> subreddits, Duration interval, SentimentMethod sentimentMethod) {
    /** Spec C2. */
    public static final List<String> DEFAULT_SUBREDDITS = List.of(
            "Cursor",
            "Bard",
            "GithubCopilot",
            "claude",
            "windsurf",
            "ChatGPTCoding",
            "vibecoding",
            "aws",
            "programming",
            "MachineLearning",
            "artificial",
            "OpenAI",
            "kiroIDE",
            "JulesAgent");

    public CollectionSettings {
        subreddits = List.copyOf(subreddits);
    }

    static CollectionSettings read(SettingsReader in) {
        return new CollectionSettings(
                subreddits(in),
                Duration.ofMinutes(in.integer("COLLECTION_INTERVAL_MINUTES", 30, 1, 24 * 60)),
                in.oneOf("SENTIMENT_METHOD", SentimentMethod.DEFAULT));
    }

    private static List<String> subreddits(SettingsReader in) {
        List<String> names = in.list("SUBREDDITS", DEFAULT_SUBREDDITS);
        for (String name : names) {
            if (!SubredditName.isValid(name)) {
                throw new SettingsException("SUBREDDITS must be names without r/, separated by commas; \"" + name + "\" is none");
            }
        }
        if (names.isEmpty()) {
            throw new SettingsException("SUBREDDITS must name at least one subreddit");
        }
        Map<String, String> distinct = new LinkedHashMap<>();
        names.forEach(name -> distinct.putIfAbsent(SubredditName.key(name), name));
        return List.copyOf(distinct.values());
    }
}
