package dev.sentimentagent.sentiment;

import static java.util.Objects.requireNonNull;

import dev.sentimentagent.model.Item;
import dev.sentimentagent.model.Tool;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
 * <p>All aliases are looked for in one pass. Time is linear in the length of the text; a call allocates its result and nothing else, once
 * its working memory has grown to the longest text so far. Thread-safe.
 */
public final class ToolMatcher {
    /** About the length of a clause; a telling word further off tells of something else as often as not. */
    static final int REACH = 8;

    /** More than any text on Reddit has. What a longer one needs is not kept. */
    private static final int KEPT_CHARACTERS = 1 << 16;
    private static final Home NOBODYS_HOME = new Home(new BitSet(), Set.of());

    private final AliasIndex aliases;
    private final List<String> ids;
    /** By id, so that the commonest finding makes no object. */
    private final List<Set<String>> sets;
    private final Map<String, Home> homes;
    private final Pool<Workspace> workspaces;

    public ToolMatcher(ToolCatalogue catalogue) {
        List<Tool> tools = catalogue.tools();
        aliases = new AliasIndex(tools);
        ids = tools.stream().map(Tool::id).toList();
        sets = ids.stream().map(Set::of).toList();
        homes = homes(tools);
        workspaces = new Pool<>(() -> new Workspace(new TermScan(aliases.terms()), new BitSet()));
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
        Home home = homes.getOrDefault(key(subreddit), NOBODYS_HOME);
        Workspace workspace = workspaces.take();
        Set<String> found = match(text, home, workspace.scan(), workspace.found());
        if (workspace.scan().capacity() <= KEPT_CHARACTERS) {
            workspaces.giveBack(workspace);
        }
        return found;
    }

    private Set<String> match(String text, Home home, TermScan scan, BitSet found) {
        scan.read(text);
        found.clear();
        found.or(home.tools());
        int index = 0;
        while (index < scan.size()) {
            index += matchAt(scan, index, found);
        }
        int count = found.cardinality();
        return count == home.ids().size() ? home.ids() : idsOf(found, count);
    }

    /** Adds the tool that is named from the given term on, if one is, and returns how many terms that took. */
    private int matchAt(TermScan scan, int index, BitSet found) {
        for (AliasPattern alias : aliases.beginningWith(scan.term(index))) {
            if (scan.matches(alias, index)) {
                if (!alias.ambiguous() || scan.hasNear(index, index + alias.length() - 1, REACH, alias.telling())) {
                    found.set(alias.tool());
                }
                return alias.length();
            }
        }
        return 1;
    }

    private Set<String> idsOf(BitSet tools, int count) {
        if (count == 1) {
            return sets.get(tools.nextSetBit(0));
        }
        String[] found = new String[count];
        int size = 0;
        for (int tool = tools.nextSetBit(0); tool >= 0; tool = tools.nextSetBit(tool + 1)) {
            found[size++] = ids.get(tool);
        }
        return Set.of(found);
    }

    private static Map<String, Home> homes(List<Tool> tools) {
        Map<String, BitSet> byName = new HashMap<>();
        for (int tool = 0; tool < tools.size(); tool++) {
            for (String subreddit : tools.get(tool).homeSubreddits()) {
                byName.computeIfAbsent(key(subreddit), name -> new BitSet()).set(tool);
            }
        }
        Map<String, Home> homes = new HashMap<>();
        byName.forEach((name, bits) -> homes.put(name,
                new Home(bits, bits.stream().mapToObj(tool -> tools.get(tool).id()).collect(Collectors.toUnmodifiableSet()))));
        return homes;
    }

    private static String key(String subreddit) {
        return subreddit.toLowerCase(Locale.ROOT);
    }

    /**
     * A subreddit that is the home of tools.
     *
     * @param tools their places in the catalogue
     */
    private record Home(BitSet tools, Set<String> ids) {}

    /** What one call needs, kept for the next. */
    private record Workspace(TermScan scan, BitSet found) {}
}
