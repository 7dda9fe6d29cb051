package dev.sentimentagent.server.catalogue;

import dev.sentimentagent.model.Tool;
import dev.sentimentagent.model.catalogue.AliasLink;
import dev.sentimentagent.model.catalogue.CatalogueTool;
import dev.sentimentagent.sentiment.ToolCatalogue;
import dev.sentimentagent.sentiment.ToolMatcher;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What texts are searched for: the names of active tools, and those of tools that were merged into them, which mean the other since then.
 */
final class Listening {
    private Listening() {}

    /** @throws IllegalArgumentException if the catalogue is not valid; the message names the tool and what is wrong with it */
    static ToolMatcher to(CurrentCatalogue catalogue) {
        return new ToolMatcher(tools(catalogue), links(catalogue));
    }

    /** @throws IllegalArgumentException as above */
    static ToolCatalogue tools(CurrentCatalogue catalogue) {
        Map<String, Tool> tools = new LinkedHashMap<>();
        for (CatalogueTool listed : catalogue.listed()) {
            if (listed.active()) {
                tools.merge(listed.id(), listed.tool(), (merged, own) -> together(own, merged));
            } else if (listed.mergedInto() != null) {
                CatalogueTool target = catalogue.successor(listed);
                if (target.active()) {
                    Tool named = tools.getOrDefault(target.id(), target.tool());
                    tools.put(target.id(), together(named, listed.tool()));
                }
            }
        }
        return ToolCatalogue.of(tools.values().stream().filter(Listening::hasNames).toList());
    }

    /** By id of a tool, all those that its mentions count for as well. */
    static Map<String, Set<String>> links(CurrentCatalogue catalogue) {
        return catalogue.links().stream().collect(Collectors.toMap(AliasLink::aliasToolId,
                link -> primaries(catalogue, link.primaryToolId())));
    }

    /** The tool itself and those that its mentions count for, each replaced by what it was merged into. */
    static Set<String> primaries(CurrentCatalogue catalogue, String toolId) {
        Map<String, String> next = new HashMap<>();
        catalogue.links().forEach(link -> next.put(link.aliasToolId(), link.primaryToolId()));
        Set<String> primaries = new LinkedHashSet<>();
        for (String at = toolId; at != null && primaries.add(at);) {
            at = next.get(at);
        }
        return primaries.stream()
                .map(id -> catalogue.listed(id).map(catalogue::successor).map(CatalogueTool::id).orElse(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean hasNames(Tool tool) {
        return !tool.aliases().isEmpty() || !tool.ambiguousAliases().isEmpty() || !tool.homeSubreddits().isEmpty();
    }

    /** The first, known by the names of the other as well. */
    private static Tool together(Tool tool, Tool other) {
        List<String> always = names(tool.aliases(), other.aliases(), List.of());
        // What always means one of the two always means what they are together.
        List<String> ambiguous = names(tool.ambiguousAliases(), other.ambiguousAliases(), always);
        return new Tool(tool.id(), tool.name(), tool.vendor(), tool.category(), always, ambiguous,
                union(tool.tellingWords(), other.tellingWords()), union(tool.homeSubreddits(), other.homeSubreddits()),
                names(tool.exclusions(), other.exclusions(), List.of()));
    }

    /** Of names that match the same texts only the first. */
    private static List<String> names(Collection<String> some, Collection<String> more, Collection<String> without) {
        Set<String> spelled = new HashSet<>();
        without.forEach(name -> spelled.add(spelling(name)));
        return Stream.concat(some.stream(), more.stream()).filter(name -> spelled.add(spelling(name))).toList();
    }

    private static String spelling(String name) {
        return name.replace('-', ' ');
    }

    private static Set<String> union(Collection<String> some, Collection<String> more) {
        Set<String> union = new LinkedHashSet<>(some);
        union.addAll(more);
        return union;
    }
}
