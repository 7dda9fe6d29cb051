package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.ScoredItem;
import dev.sentimentagent.model.Tool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds "switched from X to Y" and the like. Thread-safe. */
final class Switches {
    private static final String OTHER_WORDS = "(?:[\\w'’]+\\s+){0,3}?";
    private static final int MOST_CHARACTERS = 10_000;

    private final Map<String, String> toolByAlias = new HashMap<>();
    private final List<Pattern> patterns;
    private final List<Tool> tools;

    private record Pair(String from, String to) {}

    Switches(List<Tool> tools) {
        this.tools = List.copyOf(tools);
        for (Tool tool : tools) {
            Stream.of(Stream.of(tool.name()), tool.aliases().stream(), tool.ambiguousAliases().stream())
                    .flatMap(aliases -> aliases)
                    .forEach(alias -> toolByAlias.putIfAbsent(alias.toLowerCase(Locale.ROOT), tool.id()));
        }
        String aliases = toolByAlias.keySet()
                .stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(alias -> Pattern.quote(alias).replace(" ", "\\E[\\s-]+\\Q"))
                .collect(Collectors.joining("|", "(?<![\\w-])(", ")(?![\\w-])"));
        patterns = Stream.of(
                "(?:(?:switch|mov|migrat|chang|jump|transition|convert)\\w*|went|gone|coming|came)\\s+" + OTHER_WORDS + "from\\s+"
                        + OTHER_WORDS + "FROM\\s+"
                        + OTHER_WORDS + "(?:to|over\\s+to)\\s+" + OTHER_WORDS + "TO",
                "(?:left|leav|ditch|drop|quit|cancel|abandon|dump)\\w*\\s+" + OTHER_WORDS + "FROM\\s+" + OTHER_WORDS
                        + "(?:for|and\\s+(?:went|switched|moved)\\s+to|in\\s+favou?r\\s+of)\\s+" + OTHER_WORDS + "TO",
                "replac\\w*\\s+" + OTHER_WORDS + "FROM\\s+" + OTHER_WORDS + "(?:with|by)\\s+" + OTHER_WORDS + "TO")
                .map(pattern -> Pattern.compile(pattern.replace("FROM", aliases).replace("TO", aliases), Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** The tools whose names it knows. */
    List<Tool> tools() {
        return tools;
    }

    /** Of these items, the most frequent first. Each item counts once for a pair. */
    List<Switch> count(List<ScoredItem> items) {
        Map<Pair, List<String>> found = new LinkedHashMap<>();
        for (ScoredItem scored : items) {
            pairs(scored.item().text()).forEach(pair -> {
                if (scored.toolIds().contains(pair.from()) && scored.toolIds().contains(pair.to())) {
                    found.computeIfAbsent(pair, _ -> new ArrayList<>()).add(scored.item().fullname());
                }
            });
        }
        return found.entrySet()
                .stream()
                .map(pair -> new Switch(pair.getKey().from(), pair.getKey().to(), pair.getValue().size(), pair.getValue().getLast()))
                .sorted(Comparator.comparingInt(Switch::count).reversed().thenComparing(Switch::from).thenComparing(Switch::to))
                .toList();
    }

    private List<Pair> pairs(String text) {
        String part = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        return patterns.stream()
                .flatMap(pattern -> pattern.matcher(part).results())
                .map(match -> new Pair(tool(match.group(1)), tool(match.group(2))))
                .filter(pair -> !pair.from().equals(pair.to()))
                .distinct()
                .toList();
    }

    private String tool(String alias) {
        return toolByAlias.getOrDefault(alias.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", " "), "");
    }
}
