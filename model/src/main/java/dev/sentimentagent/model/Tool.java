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
 * @param exclusions phrases that are not about it though one of its names stands at their beginning or in them
 */
public record Tool(
        String id,
        String name,
        String vendor,
        String category,
        List<String> aliases,
        List<String> ambiguousAliases,
        Set<String> tellingWords,
        Set<String> homeSubreddits,
        List<String> exclusions) {
    public Tool {
        aliases = List.copyOf(aliases);
        ambiguousAliases = List.copyOf(ambiguousAliases);
        tellingWords = Set.copyOf(tellingWords);
        homeSubreddits = Set.copyOf(homeSubreddits);
        exclusions = List.copyOf(exclusions);
    }

    /** A tool without exclusions. */
    public Tool(String id, String name, String vendor, String category, List<String> aliases, List<String> ambiguousAliases,
            Set<String> tellingWords, Set<String> homeSubreddits) {
        this(id, name, vendor, category, aliases, ambiguousAliases, tellingWords, homeSubreddits, List.of());
    }
}
