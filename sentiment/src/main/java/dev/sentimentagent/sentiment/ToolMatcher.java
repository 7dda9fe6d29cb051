package dev.sentimentagent.sentiment;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Tool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells which tools an item speaks of.
 *
 * <ul>
 * <li>In a home subreddit of a tool, every item speaks of it.
 * <li>Elsewhere an alias must stand in the text as words of its own, in whatever case: "Claude's", "Claude-Code", "claude  code" and
 * "bolt.new" are aliases, "cloudclaude" and the "v0" of "v0.5" are not.
 * <li>Where several aliases begin at a word the longest counts, and its words count for no other.
 * <li>An ambiguous alias counts if a telling word of its tool is among the {@value #REACH} words before or after it.
 * </ul>
 *
 * <p>All aliases are looked for in one pass. Time is linear in the length of the text. Immutable and therefore thread-safe.
 */
public final class ToolMatcher {
    /** About the length of a clause; a telling word further off tells of something else as often as not. */
    static final int REACH = 8;

    private final WordTable<Term> terms;
    private final Map<String, Set<String>> idsByHomeSubreddit = new HashMap<>();

    public ToolMatcher(ToolCatalogue catalogue) {
        terms = new WordTable<>(termsOf(catalogue.tools()));
        for (Tool tool : catalogue.tools()) {
            for (String subreddit : tool.homeSubreddits()) {
                idsByHomeSubreddit.computeIfAbsent(key(subreddit), name -> new LinkedHashSet<>()).add(tool.id());
            }
        }
        idsByHomeSubreddit.replaceAll((name, ids) -> Set.copyOf(ids));
    }

    /** Ids of the tools that the item speaks of. */
    public Set<String> match(Item item) {
        return match(item.text(), item.subreddit());
    }

    /**
     * Ids of the tools that a text speaks of.
     *
     * @param subreddit its name without {@code r/}, in whatever case; empty if the text is from elsewhere
     */
    public Set<String> match(String text, String subreddit) {
        requireNonNull(text, "text");
        Set<String> atHome = idsByHomeSubreddit.getOrDefault(key(subreddit), Set.of());
        TermScan scan = new TermScan(text, terms);
        if (scan.size() == 0) {
            return atHome;
        }
        Set<String> found = new HashSet<>(atHome);
        int index = 0;
        while (index < scan.size()) {
            index += matchAt(scan, index, found);
        }
        return found.size() == atHome.size() ? atHome : Set.copyOf(found);
    }

    /** Adds the tool that is named from the given term on, if one is, and returns how many terms that took. */
    private static int matchAt(TermScan scan, int index, Set<String> found) {
        for (Alias alias : scan.term(index).aliases()) {
            if (scan.matches(alias, index)) {
                int length = alias.words().size();
                String id = alias.tool().id();
                if (!alias.ambiguous() || scan.hasNear(index, index + length - 1, REACH, term -> term.tellsOf().contains(id))) {
                    found.add(id);
                }
                return length;
            }
        }
        return 1;
    }

    private static Map<String, Term> termsOf(List<Tool> tools) {
        Set<String> words = new HashSet<>();
        Map<String, List<Alias>> aliases = new HashMap<>();
        for (Alias alias : Alias.allOf(tools)) {
            aliases.computeIfAbsent(alias.words().getFirst(), word -> new ArrayList<>()).add(alias);
            words.addAll(alias.words());
        }
        Map<String, Set<String>> tellsOf = new HashMap<>();
        for (Tool tool : tools) {
            tool.tellingWords().forEach(word -> tellsOf.computeIfAbsent(word, key -> new HashSet<>()).add(tool.id()));
        }
        words.addAll(tellsOf.keySet());

        Map<String, Term> terms = new HashMap<>();
        for (String word : words) {
            List<Alias> longestFirst = new ArrayList<>(aliases.getOrDefault(word, List.of()));
            longestFirst.sort(Comparator.comparingInt((Alias alias) -> alias.words().size()).reversed());
            terms.put(word, new Term(word, longestFirst, tellsOf.getOrDefault(word, Set.of())));
        }
        return terms;
    }

    private static String key(String subreddit) {
        return subreddit.toLowerCase(Locale.ROOT);
    }
}
