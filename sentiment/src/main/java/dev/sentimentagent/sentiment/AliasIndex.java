package dev.sentimentagent.sentiment;

import dev.sentimentagent.model.Tool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms, words that some alias contains or that tell of some tool, and the aliases and exclusions by the term that they begin with, of equal
 * length the exclusions first. Immutable and
 * therefore thread-safe.
 */
final class AliasIndex {
    private final WordTable terms;
    private final AliasPattern[][] byFirstTerm;

    AliasIndex(List<Tool> tools) {
        List<Alias> aliases = new ArrayList<>(Alias.exclusionsOf(tools));
        aliases.addAll(Alias.allOf(tools));
        Set<String> words = new LinkedHashSet<>();
        aliases.forEach(alias -> words.addAll(alias.words()));
        tools.forEach(tool -> words.addAll(tool.tellingWords()));
        terms = new WordTable(List.copyOf(words));

        Map<String, Integer> places = new HashMap<>();
        words.forEach(word -> places.put(word, places.size()));
        List<List<AliasPattern>> patterns = new ArrayList<>();
        words.forEach(word -> patterns.add(new ArrayList<>()));
        for (Alias alias : aliases) {
            AliasPattern pattern = AliasPattern.of(alias, tools.indexOf(alias.tool()), places::get);
            patterns.get(pattern.words()[0]).add(pattern);
        }
        patterns.forEach(list -> list.sort(Comparator.comparingInt(AliasPattern::length).reversed()));
        byFirstTerm = patterns.stream().map(list -> list.toArray(AliasPattern[]::new)).toArray(AliasPattern[][]::new);
    }

    WordTable terms() {
        return terms;
    }

    /** The aliases that begin with a term, given by its place in the table, the longest first; not to be changed. */
    AliasPattern[] beginningWith(int term) {
        return byFirstTerm[term];
    }
}
