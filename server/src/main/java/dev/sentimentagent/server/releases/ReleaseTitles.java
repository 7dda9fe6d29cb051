package dev.sentimentagent.server.releases;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.server.trending.TextThemes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads titles that announce a version: "Cursor 2.1 is out", "Claude Code v2.0.14 released". The version stands right after a name of the tool, and
 * some word of the title tells of something new. Immutable.
 */
final class ReleaseTitles {
    private static final String THEME = "releases";
    private static final String VERSION = "v?(\\d{1,4}(?:\\.\\d{1,4}){1,3})(?![\\p{L}\\p{N}%]|\\.\\d)";

    private final List<Tool> tools;
    private final Map<String, Tool> byName = new LinkedHashMap<>();
    private final Pattern pattern;

    /** A tool and a version of it. */
    record Named(Tool tool, String version) {
        String name() {
            return tool.name() + " " + version;
        }
    }

    ReleaseTitles(List<Tool> tools) {
        this.tools = tools;
        for (Tool tool : tools) {
            Stream.of(Stream.of(tool.name()), tool.aliases().stream(), tool.ambiguousAliases().stream())
                    .flatMap(names -> names)
                    .forEach(name -> byName.putIfAbsent(key(name), tool));
        }
        String names = byName.keySet()
                .stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> Pattern.quote(name).replace(" ", "\\E[ -]\\Q"))
                .collect(Collectors.joining("|"));
        pattern = Pattern.compile("(?<![\\p{L}\\p{N}])(" + names + ")[ -]?" + VERSION);
    }

    List<Tool> tools() {
        return tools;
    }

    /** What the title announces; empty if it announces no version of a tool. */
    Optional<Named> read(String title) {
        if (title.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        Matcher found = pattern.matcher(title.toLowerCase(Locale.ROOT));
        if (!found.find() || !TextThemes.of(title).contains(THEME)) {
            return Optional.empty();
        }
        return Optional.ofNullable(byName.get(key(found.group(1)))).map(tool -> new Named(tool, found.group(2)));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', ' ');
    }
}
