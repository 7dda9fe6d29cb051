package dev.sentimentagent.model;

import java.util.List;
import java.util.Set;

/**
 * An AI developer tool that is listened for.
 *
 * @param id stable id, lower case with hyphens
 * @param aliases names that always mean it
 * @param ambiguousAliases names that mean it only in a home subreddit or beside one of {@code tellingWords}
 * @param tellingWords words that tell that an ambiguous alias means the tool
 * @param homeSubreddits subreddits in which every item speaks of it
 */
public record Tool(
        String id,
        String name,
        String vendor,
        String category,
        List<String> aliases,
        List<String> ambiguousAliases,
        Set<String> tellingWords,
        Set<String> homeSubreddits) {
    public Tool {
        aliases = List.copyOf(aliases);
        ambiguousAliases = List.copyOf(ambiguousAliases);
        tellingWords = Set.copyOf(tellingWords);
        homeSubreddits = Set.copyOf(homeSubreddits);
    }
}
